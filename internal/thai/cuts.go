package thai

// legalCut tells whether Thai text may be cut before text[i] without breaking a
// syllable that is written as one: marks and following vowels stay with their
// consonant, a leading vowel with the next one, ั with its final, and ์ with the
// letter that it silences.
func legalCut(text []rune, i int) bool {
	if i == 0 || i == len(text) {
		return true
	}
	prev, r := text[i-1], text[i]
	switch {
	case isMark(r), isFollowingVowel(r), isLeadingVowel(prev), prev == maiHanAkt:
		return false
	case isTone(prev) && i >= 2 && text[i-2] == maiHanAkt:
		return false
	}
	return !silenced(text[i:])
}

func isFollowingVowel(r rune) bool {
	return r == 'ะ' || r == saraAa || r == saraAm || r == 'ๅ'
}

func isLeadingVowel(r rune) bool { return r >= saraE && r <= 'ไ' }

// silenced: the text begins with a consonant under ์, as ต์ or ทธิ์ end a word.
func silenced(text []rune) bool {
	for n := 1; n <= 2 && n < len(text); n++ {
		if text[n] == karan {
			return true
		}
		if text[n] != 'ิ' && text[n] != 'ุ' {
			return false
		}
	}
	return false
}
