package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// jobWords are what people do, or how high they stand in it: two capitalised words with one of them are no name.
var jobWords = wordSet(`economist statistician attorney planner demographer sociologist anthropologist psychologist physician entrepreneur owner editor scholar intern volunteer senior junior technical legal chairwoman chairlady chairpersons spokesperson spokeswoman spokesman delegates
	delegation auditor trainee practitioners experts participants observers rapporteur rapporteurs panellist panelist panellists panelists discussant discussants presenter presenters convener reactor reactors boardroom ballroom auditorium headquarters
	service services anchor anchorwoman anchorman journalist newscaster
	affairs labour labor employment migration environment agriculture finance justice daily weekly monthly`)

// abstractEndings end words for things, not the words of names, in English.
var abstractEndings = []string{"tion", "tions", "ness", "ship", "ships", "ology", "ologies", "ities", "graphy", "ability", "ibility", "ments", "isms"}

// familyNames are the commonest of China, written without tones: a given name before one may end like an English verb.
var familyNames = wordSet(`Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Deng Feng Han Cao Zeng Peng Xiao Cai Pan Tian Dong Yuan Yu Ye Jiang Du Su Wei Cheng Lu Ding Ren Shen Yao Lu Fu Zhong Cui Tan Liao Fan Wong Chan Cheung Lau Ng Ho`)

// isThing says that two or more capitalised words name a thing or a post, unless a known given name opens them: "Empowering
// Leadership", "Senior Economist", "EXP-Example Section".
func isThing(words []string) bool {
	first := strings.ToLower(strings.Trim(words[0], ".,\"“”"))
	if isGiven(lowerFirstWord(words[0])) {
		return false
	}
	if strings.HasSuffix(first, "ing") && utf8.RuneCountInString(first) >= 7 && !(len(words) == 2 && familyNames[words[1]]) {
		return true
	}
	for _, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,;:()\"'’“”"))
		if jobWords[low] || isAcronymOfBody(w) {
			return true
		}
		for _, ending := range abstractEndings {
			if strings.HasSuffix(low, ending) && utf8.RuneCountInString(low) > len(ending)+2 {
				return true
			}
		}
	}
	return false
}

// isAcronymOfBody recognises "EXP-Example": capitals and a name joined by a hyphen.
func isAcronymOfBody(w string) bool {
	head, tail, ok := strings.Cut(w, "-")
	return ok && len(head) >= 3 && isAcronym(head) && len(tail) > 2 && unicode.IsUpper(firstRune(tail)) && unicode.IsLower(lastRune(tail))
}
