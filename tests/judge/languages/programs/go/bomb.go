package main

// A gigabyte of data in the program itself.
var x = [1 << 30]byte{1<<30 - 1: 1}

func main() {
	println(x[1])
}
