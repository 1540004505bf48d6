### Refusals: what happened, whether anything is lost, what to do.

error-ours =
    Something broke on our side. Everything you answered before is saved; your last action may not be, so please repeat it. If that does not help, give the curator the code { $code }.
error-stale = This screen is out of date; here is a fresh one.
error-not-yours = Only somebody with the right role can do this. If you need the role, please ask the curator.
error-no-school = First open the invitation link from your school’s curator.
error-person-gone = There is no such person in your school at the moment. Perhaps the data were deleted at their request.
error-done-already = This is already done.
error-no-consent-yet = A role can be given once the person agrees to the processing of data.
error-last-curator = This is the only curator. Give the role to somebody else first, or nobody will be able to run the school.
error-nothing-to-nudge = There is nothing to remind about: this person has done everything.
error-form-gone = This questionnaire was deleted and cannot be opened. Please tell the curator.
error-name-empty = No name can be seen: it needs at least some letters. Please type your name.
error-name-long = That is too long. Please keep it within { $limit } { $limit ->
        [one] character
       *[other] characters
    }.
error-school-name = The school’s name must not be empty or longer than { $limit } { $limit ->
        [one] character
       *[other] characters
    }.
error-zone = No such time zone was found. Choose one from the list or type, for example, Europe/Moscow.
error-quiet = Type two times with a dash between them, for example: 21:00-07:30.
error-cadence = Type a number of days from 1 to 60, for example: 14.
error-year = Type the first and the last day of the school year, for example: 01.08.2026-31.07.2027.
error-list-long = There { $count ->
        [one] is { $count } person
       *[other] are { $count } people
    } in the list, and at most { $limit } can be invited at a time. Please split the list.
error-file-big = The file is too big. A list of people usually fits in a hundred kilobytes; please send a smaller file.
error-file-lost = The file did not arrive. Please send it again.

link-unknown = There is no such invitation. Check that the whole link was copied, or ask the curator for a new one.
link-used = This invitation has already been used, and it is for one person. Ask the curator for a new link.
link-expired = This invitation has run out. Ask the curator for a new link.
link-revoked = The curator revoked this invitation. Ask them for a new link.

file-empty = The file is empty. Send a spreadsheet with at least one line that has a name.
file-too-big = The file is too big: up to { $megabytes } MB is possible. Please send a smaller file.
file-not-a-table = This does not look like a spreadsheet. Files in .xlsx, .xls, .ods and .csv will do.
file-broken = The file does not open as a spreadsheet. Save it again as .xlsx and send it once more.
file-encrypted = The spreadsheet is locked with a password. Remove the password and send it again.
file-nested = There is an archive inside the file. Send the spreadsheet itself.
file-unpacks-too-big = The file is much bigger inside than outside: more than { $megabytes } MB. It is not safe to open. Save the spreadsheet again and send it once more.
sheet-too-long = The spreadsheet has { $rows } { $rows ->
        [one] row
       *[other] rows
    }, and at most { $limit } can be read. Please split it.
sheet-too-wide = The spreadsheet has too many columns: at most { $limit } are possible. Keep the name and the role.
sheet-too-much = The spreadsheet is too large to read in full. Keep only names and roles in it.
qr-too-long = The link is too long for a picture.
consent-changed = The text of the document has changed in the meantime. Here is the new one; please read it.
consent-none = There is no decision on this document yet.
error-cannot-nudge = A reminder would not reach this person: the chat is closed or reminders are off. Please tell them yourself.
error-nudged-already = This person has been reminded today already.
template-unfit = This template does not fit. Please check it again or go back to the one that ships.
