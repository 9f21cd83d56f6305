package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
)

type fields map[string]any

// Leaves the line of a step.
func show(step string, found fields) {
	line := fields{"step": step}
	for name, value := range found {
		line[name] = value
	}
	text, err := json.Marshal(line)
	check(err)
	fmt.Println(string(text))
}

// Ends with one line: a refusal that no step expects is the end of the guide.
func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func must[Answer any](answer Answer, err error) Answer {
	check(err)
	return answer
}

const (
	lookEvery = 100 * time.Millisecond
	waitLimit = 60 * time.Second
)

// Looks until what it sees will do.
func wait[Seen any](subject string, look func() Seen, willDo func(Seen) bool) Seen {
	for deadline := time.Now().Add(waitLimit); ; time.Sleep(lookEvery) {
		seen := look()
		if willDo(seen) {
			return seen
		}
		if time.Now().After(deadline) {
			check(fmt.Errorf("%s: still %v after %s", subject, seen, waitLimit))
		}
	}
}

func waitForState(subject string, look func() string, wanted string) string {
	return wait(subject, look, func(state string) bool { return state == wanted })
}
