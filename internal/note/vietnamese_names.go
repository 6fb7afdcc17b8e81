package note

import (
	"strings"
	"unicode"
)

// vietnameseFamilies are the family names that most Vietnamese have; they stand first.
var vietnameseFamilies = wordSet(`nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh lương mai tô đào đoàn trương lâm phùng cao thái triệu hà tạ chu châu quách vương`)

// insideName says that s[i:], which reads like the address of a person or like a body, is a word of the name whose family name stands
// at most so many words before: the "Anh" of "Nguyễn Anh Ví".
func insideName(s string, i, most int) bool {
	words := strings.Fields(s[max(0, i-80):i]) // more than three words
	if len(words) == 0 || !strings.HasSuffix(s[:i], " ") {
		return false
	}
	for n := 1; n <= most && n <= len(words); n++ {
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

// ranks stand before the degree of an officer: "Đại tá, TS. …".
var ranks = func() map[string]bool {
	m := make(map[string]bool)
	for _, grade := range []string{"tướng", "tá", "úy"} {
		for _, degree := range []string{"đại", "thượng", "trung", "thiếu"} {
			m[degree+" "+grade] = true
		}
	}
	return m
}()
