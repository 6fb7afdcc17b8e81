// Package fonts holds the letters that papers are set in, with their licences
// (SIL Open Font License 1.1, see the *-OFL.txt files beside this one).
//
// Sarabun is from npm @expo-google-fonts/sarabun 0.4.1, Noto Sans Myanmar from
// npm @expo-google-fonts/noto-sans-myanmar 0.4.2; Sarabun for the web, in web/,
// is from npm @fontsource/sarabun 5.3.0. All are unchanged.
package fonts

import "embed"

// Web is Sarabun for browsers: web/sarabun-{thai,latin}-{400,700}.woff2.
//
//go:embed web/*.woff2
var Web embed.FS

// Regular is Sarabun 400, TrueType.
//
//go:embed Sarabun-Regular.ttf
var Regular []byte

// Bold is Sarabun 700, TrueType.
//
//go:embed Sarabun-Bold.ttf
var Bold []byte

// MyanmarRegular is Noto Sans Myanmar 400, TrueType.
//
//go:embed NotoSansMyanmar-Regular.ttf
var MyanmarRegular []byte

// MyanmarBold is Noto Sans Myanmar 700, TrueType.
//
//go:embed NotoSansMyanmar-Bold.ttf
var MyanmarBold []byte
