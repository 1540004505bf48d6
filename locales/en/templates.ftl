### A school's own templates of orders.

button-templates = Templates
templates-head =
    <b>Templates</b>
    What the bot prints orders on. { $count ->
        [0] All are the usual ones now; you can send your own as a Word file.
       *[other] Your own are ticked.
    }
template-line-own = ☑ { $kind }
template-kind-curator = Curator
template-kind-register = Register
template-kind-training = Training
template-kind-pairs = Pairs and groups
template-kind-replacement = Replacement
template-kind-end = Early end
template-kind-encouragement = Encouragement
template-about-curator = on the curator
template-about-register = on the register of mentors
template-about-training = on the training of mentors
template-about-pairs = on pairs and groups
template-about-replacement = on a replacement in a pair
template-about-end = on an early end
template-about-encouragement = on encouragement
template-card = <b>Order { $about }</b>
template-shipped = It is printed on the usual template now. If your school has another, download the sample, change it in Word and send it here.
template-own = It is printed on your own template now: sent on { $day } by { $name }.
template-own-since = It is printed on your own template now: sent on { $day }.
button-sample = Download sample
button-send-template = Send your own
button-own-file = Download your own
button-to-sample = Back to the usual
button-to-sample-really = Yes, the usual one
button-try-template = See the order
template-ask =
    <b>Order { $about }</b>
    Send a Word file (.docx) of up to 2 MB here. The bot will try to fill it, which may take up to a minute. The sample is the easiest to begin with: the bot replaces the words in double braces, all else is yours to write.
template-typed = A Word file (.docx) with the order { $about } is due here: please attach it. If you have changed your mind, press “Back”.
template-sample = The sample: the bot replaces the words in double braces, all else may be changed.
template-own-file = The template you sent.
template-send-back = Change the file in Word and send it here: the bot will check it and say if something is wrong.
template-refused =
    <b>{ $count ->
        [one] Almost there: this is in the way.
       *[other] Not yet. This is in the way:
    }</b>
template-refused-more = And { $count } more { $count ->
        [one] remark
       *[other] remarks
    }, which will show once these are gone.
template-refused-next = Nothing has changed, the order is printed as before. Mend the file and send it here again.
template-kept =
    <b>The template is accepted</b>
    The order { $about } is printed on it from now on. The bot adds the word for a draft where it is missing.
template-back-ask = Go back to the usual template for the order { $about }? Your file will be deleted; download it first if you may need it.
toast-template-back = The usual template again
references-usual = Schools usually refer to these acts; one button adds them. Check that they suit you:
button-references-usual = Add these
toast-references = References are kept

## What may be wrong with a template
fault-file-empty = The file is empty.
fault-file-too-big = The file is larger than { $megabytes } MB. That is usually pictures: make them smaller or remove them.
fault-file-broken = The file is damaged or unusual inside. Open it in Word and save it anew as .docx.
fault-file-encrypted = The file has a password. Remove it.
fault-file-nested = There is an archive inside the file.
fault-file-unpacks-too-big = Inside the file is much larger than outside: more than { $megabytes } MB. It is not safe to open.
fault-template-not-word = This is not a Word document. A .docx file is needed.
fault-template-old-word = This is the old .doc format. Open the file in Word and save it as .docx.
fault-template-macros = There are macros in the file. Save it as a plain .docx without macros.
fault-template-outside = The file has something attached or refers to something outside it: { $what }. Put the text or the picture itself in.
fault-template-too-heavy = There was not enough time or memory to fill the file. Make its tables and formatting simpler.
fault-template-unknown = The bot does not know what to put for “{ $name }”.
fault-template-meant = The bot does not know what to put for “{ $name }”. Perhaps “{ $meant }”?
fault-template-outside-rows = “{ $name }” stands outside its list: it belongs between for and endfor.
fault-template-forbidden = This may not stand in braces: { $text }. You may place words, repeat the rows of a list and ask whether something is there.
fault-template-syntax = Braces or the words for, if, endfor, endif do not match here: { $text }
fault-template-misses = The main thing is missing: “{ $name }”. Without it the order says nothing.

stored-order_templates = Templates of orders that you sent
