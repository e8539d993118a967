package tracker

import (
	"strconv"
	"testing"
)

func TestLast(t *testing.T) {
	var day Tracker
	day.Add(Scan{"a", "Ulm"})
	day.Add(Scan{"a", "Bonn"})
	if place, found := day.Last("a"); place != "Bonn" || !found {
		t.Errorf("a is in %q, %v", place, found)
	}
	if _, found := day.Last("b"); found {
		t.Error("b was never scanned")
	}
}

func BenchmarkAdd(b *testing.B) {
	var day Tracker
	for i := 0; i < b.N; i++ {
		day.Add(Scan{strconv.Itoa(i % 1000), "Ulm"})
	}
}

func BenchmarkLast(b *testing.B) {
	var day Tracker
	for i := range 1000 {
		day.Add(Scan{strconv.Itoa(i), "Ulm"})
	}
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		day.Last("0")
	}
}
