package note

import "strings"

// countryNames are the states of the world as English and, where they differ much, Spanish, French, Indonesian and Vietnamese write them.
var countryNames = func() map[string]bool {
	m := make(map[string]bool)
	for _, name := range strings.Split(countryList, ",") {
		m[strings.TrimSpace(name)] = true
	}
	return m
}()

const countryList = `afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,azerbaijan,bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bhutan,bolivia,bosnia and herzegovina,botswana,brazil,brunei,brunei darussalam,bulgaria,burkina faso,burundi,cabo verde,cambodia,cameroon,canada,central african republic,chad,chile,china,colombia,comoros,congo,costa rica,côte d’ivoire,côte d'ivoire,croatia,cuba,cyprus,czech republic,czechia,denmark,djibouti,dominica,dominican republic,ecuador,egypt,el salvador,equatorial guinea,eritrea,estonia,eswatini,ethiopia,fiji,finland,france,gabon,gambia,georgia,germany,ghana,greece,grenada,guatemala,guinea,guinea-bissau,guyana,haiti,honduras,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,jamaica,japan,jordan,kazakhstan,kenya,kiribati,kuwait,kyrgyzstan,lao pdr,lao p.d.r.,laos,latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,madagascar,malawi,malaysia,maldives,mali,malta,marshall islands,mauritania,mauritius,mexico,micronesia,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nauru,nepal,netherlands,the netherlands,new zealand,nicaragua,niger,nigeria,north macedonia,norway,oman,pakistan,palau,palestine,panama,papua new guinea,paraguay,peru,philippines,the philippines,poland,portugal,qatar,republic of korea,korea,south korea,romania,russia,russian federation,rwanda,samoa,san marino,saudi arabia,senegal,serbia,seychelles,sierra leone,singapore,slovakia,slovenia,solomon islands,somalia,south africa,south sudan,spain,sri lanka,sudan,suriname,sweden,switzerland,syria,tajikistan,tanzania,thailand,timor-leste,timor leste,togo,tonga,trinidad and tobago,tunisia,turkey,türkiye,turkmenistan,tuvalu,uganda,ukraine,united arab emirates,uae,united kingdom,uk,united states,united states of america,usa,uruguay,uzbekistan,vanuatu,venezuela,viet nam,vietnam,yemen,zambia,zimbabwe,hong kong,hong kong sar,taiwan,
méxico,perú,españa,brasil,panamá,república dominicana,estados unidos,belgique,maroc,tunisie,sénégal,cameroun,bénin,madagascar,suisse,allemagne,italie,espagne,filipina,singapura,kamboja,việt nam,thái lan,campuchia,lào`

// isCountry says that a text is the name of a country.
func isCountry(s string) bool {
	return countryNames[strings.ToLower(strings.Trim(s, " .)("))]
}
