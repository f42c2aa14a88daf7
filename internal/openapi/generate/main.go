// Command generate completes the documents that swag has written: it is run by
// go generate after swag, with the folder that they stand in.
package main

import (
	"fmt"
	"os"

	"blyant/internal/openapi"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate FOLDER")
		os.Exit(2)
	}
	if err := openapi.Generate(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}
