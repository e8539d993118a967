// Package tracker knows where parcels are.
package tracker

// Scan is one reading of a parcel's label.
type Scan struct {
	Parcel string
	Place  string
}

// Tracker holds the scans of a day, oldest first.
type Tracker struct {
	scans []Scan
	last  map[string]int
}

// Add takes a scan.
func (t *Tracker) Add(scan Scan) {
	if t.last == nil {
		t.last = map[string]int{}
	}
	t.last[scan.Parcel] = len(t.scans)
	t.scans = append(t.scans, scan)
}

// Last returns the place of a parcel's newest scan.
func (t *Tracker) Last(parcel string) (string, bool) {
	at, found := t.last[parcel]
	if !found {
		return "", false
	}
	return t.scans[at].Place, true
}
