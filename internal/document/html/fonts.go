package html

import (
	"encoding/base64"
	"fmt"
	"strings"
	"sync"

	"sala.example/internal/document/fonts"
)

// The characters of the two halves of the font, as @fontsource/sarabun cuts it.
const (
	thaiRange  = "U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC"
	latinRange = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)

// fontStyle carries Sarabun in the page (57 kB), because a page kept as a file is
// read where no Thai font, or no net, may be.
var fontStyle = sync.OnceValue(func() string {
	var b strings.Builder
	for _, weight := range []string{"400", "700"} {
		b.WriteString(fontFace("thai", weight, thaiRange))
		b.WriteString(fontFace("latin", weight, latinRange))
	}
	return b.String()
})

// fontFace is "" for a font that is not in the program; a test counts them.
func fontFace(half, weight, characters string) string {
	data, err := fonts.Web.ReadFile("web/sarabun-" + half + "-" + weight + ".woff2")
	if err != nil {
		return ""
	}
	return fmt.Sprintf("@font-face { font-family: Sarabun; font-weight: %s; src: url(data:font/woff2;base64,%s) format(\"woff2\"); unicode-range: %s; }\n",
		weight, base64.StdEncoding.EncodeToString(data), characters)
}
