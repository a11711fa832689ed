package main

var x uint64 = 1

func main() {
	for {
		x *= 3
	}
}
