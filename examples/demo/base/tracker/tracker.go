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
}

// Add takes a scan.
func (t *Tracker) Add(scan Scan) {
	t.scans = append(t.scans, scan)
}

// Last returns the place of a parcel's newest scan.
func (t *Tracker) Last(parcel string) (string, bool) {
	for i := len(t.scans) - 1; i >= 0; i-- {
		if t.scans[i].Parcel == parcel {
			return t.scans[i].Place, true
		}
	}
	return "", false
}
