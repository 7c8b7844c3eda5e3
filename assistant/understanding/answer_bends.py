"""Words that turn a yes or no into something else: half an answer, another thing, another time; all folded."""

import re

from assistant.understanding.spoken import RELATIVES

_NOT_CHILDREN = r"mam(?:os|a)|tev(?:o|u|a|us)|brol\w+|ses(?:ers|eri|es)|vyr(?:o|a)|zmon(?:os|a)|drau(?:go|ges|gu)"

NO_ANSWER = re.compile(
    r"\bne (?:visada|visai(?! ne\b)|visiskai|tik|iki|jusu|tavo|taip|tas|ta|tai|tiek|pats|visi|visur|cia|apie|del"
    r"|toks|tokia|zmog\w*(?! ne)|anaip)\b|\bnelabai\b|^taip (?:sake|sako|pasake|pat|pasakius|ir|kaip|sakant|buvo)\b"
    r"|\b(?:sako|sake|pasake) (?:kad )?(?:taip|ne)$|\btaip sako\b|\bne (?:man|mano) klausim\w*"
    r"|\bkaip (?:kada|kur|kas|pasiseks)\b|^taip (?:bet )?(?:tik )?(?:jei|jeigu|kai)\b"
    r"|\bbe \w+ (?:tai )?ne(?:gal\w+)?\b|\b(?:seniau|anksciau|priklaus\w*)\b"
    # Said of how things are, only in part, only supposed, or asked of nobody.
    r"|^taip (?:jau |man |mums |ir )*(?:yra|buna|gav\w+|gaun\w+|isej\w+|isein\w+|nutik\w+|atsitik\w+|susiklost\w+"
    r"|(?<=man )ir reikia|sau)$|\b(?:is dalies|dalinai|kartais|retkarciais|pusiau)\b"
    r"|^(?:jei|jeigu|tarkim\w*|sakykim\w*|argi|nejaugi|negi|kurgi)\b|\bnegali\w* \w+ kad (?:ne|taip)\b|^ne kad\b"
    r"|\bnor\w+ (?:tur\w+ )?vaik\w+|\b(?:galima|buna) ir taip\b"
    # Half a word, or "taip" and "ne" that mean "so" and "but for".
    r"|\b(?:lyg|tipo)\b|^ir taip\b(?!$)|\bkad taip (?:but|bus)\w*|\b(?:jei|jeigu) ne\b|^(?:sake|sako) taip\b"
    r"|\bnegal\w+ (?:dirb\w+ )?(?:vien(?:as|a|i)|pats|pati|ilgai|be \w+)\b|^taip nor\w+ (?:\w+ )?bet ne\w+"
    r"|\btur(?:iu|i) darbo$|^kai \w+|^(?:bet|tik) (?:taip|ne)$|\btuoj\b"
    r"|^(?:as |jis |ji )?(?:gal|dirb)\w+ (?:\w+ )?(?:bet|tik|taciau) ne (?!gal|tur|nor|dirb)\w+"
    # Only rather, only wished or feared, and what stands in a wish.
    r"|\b(?:greiciau|labiau|daugmaz)\b|^ne,? bet gal\w+|^(?:o |oi )?kad (?:as |jis |ji )?\w+(?:ciau|tu|tume)\b"
    # About other things: whom one waits for, whose something is, where a saying goes on.
    # Work that is not the one that was asked about.
    r"|\bdirb(?:u|a|am|ame) (?:\w+ ){0,2}(?:ruos|darzo darb)\w*"
    r"|\b(?:ne)?(?:gal|dirb(?!tuv)|reik)\w+ (?:\w+ ){0,3}dirbtuv\w*|\bdirbtuv\w+ (?:ne)?(?:gal|dirb|reik)\w+"
    r"|\bdirb\w+ (?:\w+ )?(?:kai|kada|retai|vasar\w+|ziem\w+|sezon\w+)\b|\b(?:bet|su salyg\w+)$"
    r"|\bne(?:be)?dirb\w+ (?:piln|sunk|nakt|daug)\w*"
    # Other things that one has or needs, and children who have grown up.
    rf"|\b(?:ne)?tur(?:iu|i|im|ime) (?:\w+ )?(?:dirbti?|seim\w+|sveikat\w+|lig\w+|{_NOT_CHILDREN})\b"
    r"|\b(?:ne)?reik\w+ (?:\w+ )?(?:darb|dirb)\w*"
    r"|\b(?:tur|augin)\w+ .*\b(?:1[89]|[2-9]\d)\b(?! (?:men|sav|dien))|\bne visk\w+ (?!gerai|tvark)"
    r"|\bgal(?:iu|i) (?:pats|pati)$|^(?!taip\b).*\b(?:tur|augin)\w+ .*\b(?:suaug|uzaug|dideli|istekej)\w*"
    r"|^ne (?:todel|kad|tai kad)\b|^(?:o|gi|arba) ne[.!]*$|^ne jau$|\bneband(?:z\w+|e|em)\b|^puse (?:taip|ne)\b"
    r"|\bklausim\w+|^(?:taip|gerai|aisku|ok),? supra(?:tau|ntu|tom)\b"
    r"|\bdirb\w+ (?:su|ties) (?:psicholog|savi|terap|logoped|kineziterap|ergoterap)\w*"
    r"|\bdirba uz\b|\bne?dirb\w+ (?:siandien|rytoj|savaitgal\w+)"
    r"|\blauki\w+ (?:atsak|man|skamb|eil|kol|kad)"
    r"|\btinka (?:vis|bet|tik|kit|ryt|vakar|po|siandien|ir)\w*|\bsu visa\w+|\bnera cia\b|\bnor\w+ jo$"
    r"|\b(?:sutink|gal|dirb|nor)\w+(?: \w+)? (?:jei|jeigu)\b|\b(?:yra|nera) darbo\b"
    r"|\b(?:darbo|pagalbos) nera\b|\b(?:nera|reik\w+) (?:jo|jos|ju|manes)\b"
    r"|^tak sau\b"
    r"|\bniekad\w* (?:\w+ )?(?:nesakyk|zinoti)|^\w+ (?:ir |o )?(?:kas|ka|kam|kur)$"
    rf"|^taip (?:{RELATIVES}|visi|gydytoj\w+) (?:sake|sako|pasake|liepe|galvoja|mano)\b|^prasau (?:\w+ )?pagalbos"
    r"|\bbij\w+,? (?:kad|jog)\b|\bdirb\w+ (?:\w+ )?(?:kaime|uky(?:je)?|sode)\b"
    # Put off, and "taip" that means "so".
    r"|^taip,? (?:tik |bet |nuo )*(?:kit(?:a|ais|am|os|o) (?:savait|menes|met)\w*|kitamet|rytoj|poryt|vakar|veliau)\b"
    r"|^(?:va|stai|ot|vat) taip\b|^gerai (?:man|cia|gyven)\w*|\bnieko (?:as )?ne(?:be)?nor\w+"
    rf"|^taip (?:nor|liep|nusprend|galvo|sak)\w+ (?:{RELATIVES}|gydytoj\w+|komisij\w+)\b|^viskas (?:aisku|suprantama)"
    r"|\w ne (?:mano|musu|jusu|tavo)\b|\btur\w+ .*\b(?:ji|jis|jie|jos) (?:jau )?(?:dirba|studijuoja|tarnauja)\b"
    # Said of the talk itself, or of who is meant.
    r"|^(?:taip|ne|jo|aha),? (?:(?:ir |bet )?(?:kas|ka|kaip|kur|kada|kiek|kam)(?: \w+)?$"
    r"|laukiu\b(?! (?:vaik|kudik|antr|pirm|dvyn))|einu\b|skub\w+|minut\w+|nagi$|tuoj\b)"
    r"|^taip,? (?:nebent|vargu|(?:pernai|uzpernai|kadaise|kazkada|jaunyst\w+|vaikyst\w+)$)"
    rf"|^ne,? (?:(?:cia|tai|tik) (?:mano )?{RELATIVES}$|(?:pild|ras)(?:au|om|ome)\b|(?:man )?\d+(?: \w+)?$|is \w+$)"
    r"|\bne visk\w+$|^tikrai ne (?:as|man|jis|jam|mes)$|^(?:jo|aha),? (?:supra\w+|jasn\w+|tai va)"
    r"|^(?:taip|ne|jo|aha),? (?:klaus(?:au|yk\w*)|girdziu|toliau|pakartok\w*|kalbek\w*|sakyk\w*"
    r"|grizk\w*|atgal|cia klaida|(?:as|esu) cia)\b|^ne,? (?:.*\bklausi(?:u|am)\b|as apie\b|noriu (?:pakeist|grizt|kit))"
    rf"|^ne (?:as|jis|ji|mes|man|jam|jai),? (?:o )?(?:as|jis|ji|mes|{RELATIVES})$|^ne,? mano \w+$"
    r"|\bne (?:man|jam|jai|mums) \w+ti$"
    r"|^taip,? bet tik\b(?! su (?:pagalb|specialist|asistent|padejej))"
    r"|^(?:taip|ne),? (?:bet|nors) (?:dar )?nezin\w+$"
    r"|\bnei? vienas \w+|^nieko nera$|^kad (?:tik )?taip \w+|\bdirb\w+ (?:mazai|nedaug)\b"
    rf"|\b(?:{RELATIVES}|gydytoj\w+) pries\b"
    # A wish, a question without its mark, and what cannot go on.
    r"|^(?:laba diena |sveiki |labas )?prasau (?:labai )?kad\b|^o (?:as|man|jis|jam|ji|jai) \w+$|\bar ne\b|\bkelint\w+"
    rf"|\bne labai(?! (?:aciu|dekui|ne)\b)\b|^(?:kad )?tik ne\b|^cia ne (?:man|apie|as)\b"
    rf"|^taip mano {RELATIVES}$|^taip sau\b"
    r"|\w taip ne(?!s\b)\w{3,}|\bsau nereikaling\w*|\bdirbtuv\w+ ne(?:be)?\b"
    rf"|\bne(?:be)?ra (?!vaik|sun|dukr){RELATIVES}\b"
    r"|\bne t[ao] klaus\w+|\bsak(?:au|iau) (?:gi )?ne,? o j\w+|\bdirb\w+ uz (?!pinig|alg|atlyg)"
    r"|^taip (?:\w+ )?(?:rasoma|parasyta|nurodyta|nustatyta)\b"
    r"|\bdirba (?:visi|kiti|kas|zmones)\b|\blauki\w+ (?:mamos|tevo|brolio|ses(?:ers|es)|vyro|zmonos|drau(?:go|ges))\b"
    r"|^(?:as )?nor(?:iu|eciau) darbo\b|\bdirba (?:rank|koj|galv|sird|bankomat|televiz|internet|radij"
    r"|kompiuter|telefon|program|svetain)\w*"
    # What nobody believes.
    r"|\b(?:svajok|sapnuok|kiaul)\w*"
    r"|^ne,? (?:\w+ ){1,3}(?:tem|klausim)\w+"
    # A "ne" that only begins a correction, or says who.
    r"|^ne,? (?:ne,? )?(?:kaip tik|atvirks\w+|priesing\w+|pala\w*|jus|as klaus\w+|klaus\w+|nesuprat\w+|norejau"
    r"|turejau)\b"
    rf"|^(?:tai )?ne,? (?:as|jis|ji|mes|{RELATIVES})$|\btur\w+ (?:mam|tev|brol|ses|mociut|senel|kaimyn)\w*$"
)
