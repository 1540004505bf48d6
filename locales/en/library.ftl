### The library of materials: steps 2 to 8 and 13 of the plan.

button-library = Library
library-head =
    <b>Library</b>
    { $count ->
        [one] { $count } material
       *[other] { $count } materials
    }
library-search = Write what you look for: misspelt or in any form.
library-none =
    <b>Library</b>
    There are no materials yet. The curator, the deputy head and the psychologist add them; memo cards are here already.
button-library-all = All: { $count }
button-library-all-plain = All materials
button-library-new = New: { $count }
button-library-phase = Phase
button-library-subject = Subject
button-library-add = Add
button-library-gone = Withdrawn
button-library-count = { $label }: { $count }
button-library-file = Get the file
button-library-name = Title
button-library-drop = Withdraw
button-library-back = Put back
library-by-phase =
    <b>By phase</b>
    A material without a phase is in each.
library-by-subject =
    <b>By subject</b>
    A material without a subject is in each.
library-phase-launch = Launch
library-phase-practice = Work of the pairs
library-phase-completion = Completion
library-phase-any = For all phases
library-subject-personal = Personal growth
library-subject-method = Teaching method
library-subject-social = People and climate
library-subject-any = For all subjects
library-title-all = All materials
library-title-new = New this month
library-title-gone = Withdrawn
library-list =
    <b>{ $title }</b>
    { $first }–{ $last } of { $total }
library-list-none =
    <b>{ $title }</b>
    Nothing here yet. Look at all materials, or write what you look for.
library-line-file = 📄 { $title }
library-line-link = 🔗 { $title }
library-line-text = ✎ { $title }
library-find = What are you looking for? Write a word or several: mistakes and endings do not matter.
library-found =
    { $count ->
        [one] Found { $count } material.
       *[other] Found { $count } materials.
    }{ $shown ->
        [1] {""}
       *[other] {" "}The closest first; { $shown } shown.
    } You may write other words too.
library-found-none = Nothing like it was found. Try another, shorter word, or look at all materials.
library-card =
    <b>{ $title }</b>
    Added { $day }
library-place = { $phase } · { $subject }
library-withdrawn = <i>Withdrawn: not in the lists and not in the search.</i>
library-add =
    <b>New material</b>
    Send a file, a link or a text. A file is named by its caption, a text by its first line. Phase and subject can be added later.
    Please no names of pupils or colleagues: everybody taking part will see it.
library-unnamed = File without a name
library-phase-ask = Which phase of the year is it for?
library-subject-ask = What is it about?
library-name-ask = Write the new title.
library-file-sent = The file is above.
toast-library-added = It is in the library
toast-library-kept = Kept
toast-library-dropped = Withdrawn
error-search-empty = Please write at least one word.
error-material-gone = This material is no longer in the library.
error-material-title = A title may not be empty nor longer than { $limit } characters.
error-material-empty = There are no words in the message. Send a file, a link or a text.
error-material-long = The text is longer than { $limit } characters. Please send it as a file.
