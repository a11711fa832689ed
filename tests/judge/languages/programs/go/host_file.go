package main

import (
	_ "embed"
)

//go:embed {path}
var text string

func main() {
	print(text)
}
