package note

// givenNames are common given names (for Vietnamese, family names, which stand first). Where no honorific, no label and no
// affiliation says so, they tell "(Maria X)" from "(Samut Sakhon)". The list needs no completeness: a name that is not on it
// is still found by what stands around it.
var givenNames = wordSet(`
	aaron abdul abdullah abigail adam adriana adrian agnes ahmad ahmed aisha alan albert alberto alejandra alejandro alex alexander alexandra alfredo ali alice alicia alison amanda amelia amina amir amy ana anders andre andrea andreas andrew andrés
	andy angel angela angelica anita ann anna anne annette anthony antoine antonio arnaud arthur arturo asha ashley aurélie barbara beatriz ben benjamin benoît bernard beth bill bob brian bruno camila camille carla carlos carmen carol
	carolina caroline catherine cecilia cecile céline charles charlotte chiara chloé chris christian christina christine christophe christopher claire clara claude claudia claudio colin cristina cynthia cyril daniel daniela david deborah delphine denis denise diana diane diego dolores
	dominique donald dora edgar eduardo edward elena elisa elisabeth elise elizabeth ellen elsa emilie émilie emily emma enrique eric éric erik ernesto esther eva evelyn evelyne fabien fabienne fatima fatou felipe felix fernando fiona florence florian
	france frances francesca francesco francis francisco franck françois françoise frank fred frédéric gabriel gabriela gabrielle gaëlle gary george georges gérard gerardo gilles gina giovanni gloria grace graham greg guillaume guillermo gustavo hannah hans
	hassan hector helen hélène henri henry hervé hugo ian ibrahim ibrahima ida ignacio igor ines inès irene iris isabel isabelle ismael ivan jack jacqueline jacques jaime james jan jane janet jason javier jean jeanne jeff jeffrey
	jennifer jérôme jessica jesús jim joan joanna joaquín joe joel johan johanna john jonas jonathan jorge jose josé joseph josephine juan juana judith julia julian julie julien juliette julio justine karen karim karin karl kate katherine kathleen
	katia kevin kim kristin laetitia laura laure laurence laurent lea léa leila leon leonardo leticia lilian liliana linda lisa lorena louis louise luc luca lucas lucía lucie lucy luis luisa luz lydia maarten maggie manon manuel marc marcela marcelo
	marcos margaret margarita maria maría mariana marie marina mario marion mark markus marta martha martin martín martine mary mateo mathieu mathilde matthew matthias maureen maurice mauricio max maxime megan mehdi mercedes michael michel michelle miguel mike milena
	mohamed mohammad mohammed monica mónica monique moussa muhammad nadia nadine nancy natalia natalie nathalie nelson nicolas nicole nina noah nora norma olga oliver olivia olivier omar oscar pablo pamela paola pascal patricia patrick paul paula paulo pedro
	peter philip philippe pierre pilar rachel rafael ramón raquel raúl rebecca rené ricardo richard rita robert roberto robin rodrigo roger roland romain ronald rosa rosario roxana ruben ruth ryan sabine sally samira samuel sandra santiago sara sarah scott
	sébastien sergio sharon silvia simon simone sofia sonia sophia sophie stefan stella stephane stéphane stephanie stéphanie stephen steve steven susan susana suzanne sven sylvain sylvie tanya tatiana teresa thérèse thierry thomas tim timothy tom tomas tony
	valentina valeria valerie valérie vanessa veronica verónica véronique victor victoria vincent virginia virginie walter wendy william xavier yann yasmin yolanda yves yvonne zoé
	adi agung agus ahmad aji andi anggi anton arief arif aris asep bambang bayu budi cahyo chandra dani dedi denny desi dewi dian dimas dina djoko dwi dyah edi eka eko endang erna fajar farid fitri gunawan hadi hartono hasan hendra hendri heru imam indah indra
	irfan irwan iwan joko kartika ketut krisna kurnia lestari lia made maya mega mulyadi muh nanang nia ningsih novi nur nurul nyoman pratiwi purnomo putri putu rahmat ratna reni retno rian rina rini rizal rudi sari setiawan siti slamet sri
	sugeng suharto sukarno sulastri supriyadi surya susanto suwarno syaiful taufik teguh titik tri tuti wahyu wati wayan widodo wulan yanti yanto yoga yogi yudi yuli yulia yuni yusuf zainal
	nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương mai lâm tạ tô tôn thái hà lương quách
	anong apichart arunee boonchai chai chalermchai chanida kanya kittipong malee manee narong nattapong nipa niran ornanong patcharin piyawat porntip prasert prasit preecha rattana saowanee siriporn somchai somkiat sompong somsak sudarat
	suda sunee supaporn suwanna thanakorn thongchai vichai wanida wichai wipa
	abena achieng aditya agnieszka agustín aitor akiko akua alain amani aminata andré anil anjali apinya arjun arnau astrid aude aung awa bastien becky begoña benjamín bilal bishnu björn chidi chloe
	clément deepa didier dita dmitri emeka emilio estela ethan farah félix galih germán ghislaine gita giàng gonzalo graciela haruto hendro henrik hernán hnin htet hugues hussein hyun héloïse ingrid inés
	irina itziar iñaki jelena ji-hoon jimena jing jordi josiane julieta julián juma jun kamau karima katarina katarzyna kavita kenji khadija khin kofi kwame kyaw lars layla leïla liam lilis loïc magnus
	mahesh mamadou marek mariam mariama marko mats matías maëlle maïa meena mei micaela min-jun mireille mirta montserrat myint myriam mélanie nabil nadège naree neema neha ngozi nicolás nilar nita
	njoroge nomsa noor noémie nuria nwe nélida néstor odile ofelia olav otieno ousmane patrice paweł pimchai piotr pooja prakash priya quentin rachid rahma rajesh ramesh rania ravi ridwan rizki rizky
	rocío régis rémi rémy sakura salma samia sanjay sebastián serge siddharth sipho sita solveig solène soo-jin suchada sunil suresh sutrisno svetlana takashi tariq thabo thandar themba thet thibault
	thibaut thida tomasz tomás tunde vikram wanjiru wei xiao ximena yasmine yaw yohanes youssef yuki yumi zainab zaw zawadi zoe álvaro élodie éloïse íñigo óscar đào
	adrián adèle afi aiko ainhoa aissatou aitana alessandro aliou amal anaïs anke apolline ariadna asif azucena bilquis birgit bongani boubacar capucine catarina chamara cheick cheikh chipo citlali
	clémence corentin coumba daisuke damián davide dieter dilani djamila elisabet estefanía fabián farai farhan farida farzana fatiha fatuma fauzan fauzi fábio gaëtan gede giulia giuseppe gwenaël günter
	hafiz halima hamza hanh heike helena hodan huong husein héctor imran inês ismaël itzel iván johannes joão junko jürgen kadiatou kagiso katja khady kipchoge klaus koffi komang kouassi kumari kwabena
	lakshmi lautaro leire letícia lindiwe lorenzo lukman maitena malika marco mariame maribel matteo miriam modou monika mourad mwangi nahuel naoko nasreen nassim ndeye nerea noelia nusrat nuwan océane
	oumar paolo penda petra phuong priyanka rafaela ratih rehema renate rendy rokhaya rokia rubina rubén rudo rui saida salomé salsa sanduni seydou shahid shirin simona simón sizwe sofiane sota souleymane
	stefano tahmina takumi tanguy tatenda tendai thandi thandiwe tharindu thiago thuy tiago titin tuan ursula uwe víctor wairimu wambui waqar wataru wening wisnu wolfgang xóchitl yanis yannick yaya yifan
	yuko yuliana yásnaya zahra zenaida ángela
	dev lydie sandrine lara juana pascual elías wahyu arif hugo kofi olena`)

// surelyNamed says that a text reads like a name and begins with a known one, or holds an initial ("A. Surname").
func surelyNamed(s string) bool {
	if !looksNamed(s) {
		return false
	}
	return givenNames[lowerFirstWord(s)] || hasInitial(s)
}
