package main

func main() {
	println(nonsense)
}
