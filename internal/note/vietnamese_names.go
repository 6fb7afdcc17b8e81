package note

import (
	"strings"
	"unicode"
)

// vietnameseFamilies are the family names that most Vietnamese have; they stand first.
var vietnameseFamilies = wordSet(`nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh lương mai tô đào đoàn trương lâm phùng cao thái triệu hà tạ chu châu quách vương`)

// insideName says that s[i:], which reads like the address of a person, is a word of the name that began before: the "Anh" of
// "Nguyễn Anh Dũng".
func insideName(s string, i int) bool {
	words := strings.Fields(s[:i])
	if len(words) == 0 || !strings.HasSuffix(s[:i], " ") {
		return false
	}
	for n := 1; n <= 3 && n <= len(words); n++ {
		w := words[len(words)-n]
		if !unicode.IsUpper(firstRune(w)) || strings.ContainsAny(w, ".,;:()/") {
			return false
		}
		if vietnameseFamilies[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// middleNames stand between a Vietnamese family name and the given name.
var middleNames = wordSet(`thị văn`)
