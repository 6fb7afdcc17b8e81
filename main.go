// Sala turns draft recommendations into agreed ones, in two languages.
package main

import (
	"os"

	"sala.example/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr)) }
