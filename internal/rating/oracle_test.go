package rating_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// oraclePath finds a file of published or independently computed results,
// which lie beside the repository.
func oraclePath(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "oracles", "ratings", name)
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("this test compares with ../shared/oracles/ratings beside the repository, which is not there: %v", err)
	}
	return path
}

func readOracle(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(oraclePath(t, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// readMatrix reads a CSV of ratings without its header; equal texts get equal
// numbers when they are not numbers themselves, and 0 stands for NA.
func readMatrix(t *testing.T, name string) [][]int {
	t.Helper()
	file, err := os.Open(oraclePath(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	matrix := make([][]int, 0, len(records)-1)
	for _, record := range records[1:] {
		row := make([]int, 0, len(record))
		for _, field := range record {
			row = append(row, leadingNumber(field))
		}
		matrix = append(matrix, row)
	}
	return matrix
}

// leadingNumber is 4 for "4" and for "4. Neurosis", 0 for "NA".
func leadingNumber(text string) int {
	n := 0
	for _, r := range text {
		if r < '0' || r > '9' {
			break
		}
		n = 10*n + int(r-'0')
	}
	return n
}

func transpose(matrix [][]int) [][]int {
	turned := make([][]int, len(matrix[0]))
	for _, row := range matrix {
		for j, v := range row {
			turned[j] = append(turned[j], v)
		}
	}
	return turned
}
