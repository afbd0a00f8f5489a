"""A lecture: its bar, commands, questions, the speaker's window, and what it refuses."""

TEXTS: dict[str, tuple[str, str]] = {
    "lecture.progress": ("Step {step} of {steps}", "{steps}단계 중 {step}단계"),
    "lecture.do.next": ("Next", "다음"),
    "lecture.do.back": ("Back", "이전"),
    "lecture.do.lambda": ("Move λ, finer with Shift", "λ 이동(Shift를 누르면 세밀하게)"),
    "lecture.do.question": ("Question", "질문"),
    "lecture.do.answer": ("Show the answer", "정답 보기"),
    "lecture.do.qr": ("QR code", "QR 코드"),
    "lecture.do.notes": ("Notes", "발표자 노트"),
    "lecture.do.full": ("Full screen", "전체 화면"),
    "lecture.do.append": ("Append this view as a step", "지금 화면을 단계로 추가"),
    "lecture.do.edit": ("Edit the lecture", "강의 편집"),
    "lecture.do.download": ("Download the lecture", "강의 내려받기"),
    "lecture.do.keys": ("Keys and steps", "단축키와 단계"),
    "lecture.do.own": ("Open my lecture on this device", "이 기기에 저장된 내 강의 열기"),
    "lecture.do.open": ("Open a lecture from a file", "파일에서 강의 열기"),
    "lecture.do.empty": ("Start a lecture with this view", "지금 화면으로 새 강의 시작"),
    "lecture.do.link": ("Copy the lecture’s link", "강의 링크 복사"),
    "lecture.do.bundled": ("Open the bundled lecture", "기본 강의 열기"),
    "lecture.do.leave": ("Leave the lecture", "강의 마치기"),
    "lecture.menu": ("Keys and steps of the lecture", "강의의 단축키와 단계"),
    "lecture.keys": ("Commands", "명령"),
    "lecture.steps": ("Steps", "단계"),
    "lecture.qr": ("This view on your phone", "이 화면을 휴대전화로 열기"),
    "lecture.own": ("My lecture", "나의 강의"),
    "lecture.began": (
        "A new lecture begins with this view. Append more, then download it.",
        "지금 화면으로 새 강의를 시작했습니다. 단계를 더 추가한 뒤 내려받을 수 있습니다.",
    ),
    "lecture.appended": (
        "This view is step {step} now. The lecture is kept on this device; download it for another one.",
        "지금 화면을 {step}단계로 추가했습니다. 강의는 이 기기에 저장됩니다. 다른 기기에서 쓰려면 내려받아 주세요.",
    ),
    "lecture.appended.title": ("{step}. {view}", "{step}. {view}"),
    "lecture.edit.hint": (
        "Changes count at once and are kept on this device. A title or note with two languages "
        "changes in the one that is shown.",
        "바꾼 내용은 곧바로 반영되고 이 기기에 저장됩니다. 제목과 노트가 두 언어로 되어 있으면 지금 보는 언어만 바뀝니다.",
    ),
    "lecture.edit.title": ("Title of the lecture", "강의 제목"),
    "lecture.edit.step": ("Title of step {step}", "{step}단계 제목"),
    "lecture.edit.note": ("Note of step {step}", "{step}단계 노트"),
    "lecture.edit.up": ("Move step {step} up", "{step}단계를 위로 옮기기"),
    "lecture.edit.down": ("Move step {step} down", "{step}단계를 아래로 옮기기"),
    "lecture.edit.remove": ("Remove step {step}", "{step}단계 빼기"),
    "lecture.edit.moved": ("“{title}” is step {step} now.", "‘{title}’: {step}단계로 옮겼습니다."),
    "lecture.edit.removed": (
        "“{title}”, step {step}, is removed.",
        "‘{title}’: {step}단계에서 뺐습니다.",
    ),
    "lecture.edit.undo": ("Put it back", "되돌리기"),
    "lecture.edit.undone": ("The step is back.", "단계를 되돌렸습니다."),
    "lecture.replace": ("Replace your own lecture?", "저장된 강의 바꾸기"),
    "lecture.replace.which": (
        "This device keeps one lecture of yours, “{title}”. The new one takes its place.",
        "이 기기에는 내 강의를 하나만 저장합니다. 지금 저장된 강의는 ‘{title}’이며, 새 강의로 바뀝니다.",
    ),
    "lecture.replace.go": ("Replace it", "바꾸기"),
    "lecture.replace.cancel": ("Cancel", "취소"),
    "lecture.full.problem": (
        "This browser or frame allows no full screen.",
        "이 브라우저나 프레임에서는 전체 화면을 쓸 수 없습니다.",
    ),
    "lecture.link.copied": (
        "Link copied. It opens the lecture at this step.",
        "링크를 복사했습니다. 링크를 열면 강의가 이 단계에서 시작합니다.",
    ),
    "lecture.link.long": (
        "A link holds a lecture of at most {limit} letters, packed, and this one is longer. Download "
        "it as a file.",
        "링크에는 압축한 강의를 {limit}자까지 담을 수 있는데 이 강의는 더 깁니다. 파일로 내려받아 주세요.",
    ),
    "lecture.question.close": ("To the view", "화면으로 확인"),
    "lecture.question.counts": ("Counts", "응답 수"),
    "lecture.question.answer": ("Answer", "정답"),
    "lecture.question.how": (
        "Scan, choose, and show or read out your word of four letters.",
        "코드를 스캔해 보기를 고른 뒤, 나타난 네 글자 단어를 보여 주거나 읽어 주세요.",
    ),
    "lecture.question.word": ("A student's word, or their link", "학생의 단어 또는 링크"),
    "lecture.question.count": ("Count it", "집계"),
    "lecture.question.total": ("Answers so far: {count}", "지금까지의 응답: {count}개"),
    "lecture.word.taken": ("“{value}” is {letter}.", "‘{value}’: {letter}로 집계했습니다."),
    "lecture.word.none": (
        "“{value}” is no word of an answer. It was misheard: have it spelt.",
        "‘{value}’: 답을 나타내는 단어가 아닙니다. 잘못 들었을 수 있으니 철자를 확인해 주세요.",
    ),
    "lecture.word.other": (
        "“{value}” answers the question of step {step}, and this is step {asked}. Ask again.",
        "‘{value}’: {step}단계의 질문에 대한 답인데 지금은 {asked}단계입니다. 다시 확인해 주세요.",
    ),
    "lecture.answer.title": ("Question of step {step}", "{step}단계 질문"),
    "lecture.answer.ask": ("Choose your answer", "보기를 골라 주세요"),
    "lecture.answer.word": (
        "Your word: show it, or read it out",
        "나의 단어: 보여 주거나 읽어 주세요",
    ),
    "lecture.answer.copied": (
        "Link copied. It holds your answer.",
        "링크를 복사했습니다. 링크에 답이 담겨 있습니다.",
    ),
    "lecture.answer.view": ("Open the view itself", "화면 직접 열어 보기"),
    "lecture.answer.sending": ("Sending …", "보내는 중 …"),
    "lecture.answer.sent": ("Sent. You may change it.", "보냈습니다. 답을 바꿀 수 있습니다."),
    "lecture.answer.unsent": (
        "Not sent: the server did not answer. Choose again, or read out your word.",
        "서버가 응답하지 않아 보내지 못했습니다. 다시 고르거나 단어를 읽어 주세요.",
    ),
    "lecture.speaker.title": ("Speaker’s notes", "발표자 노트"),
    "lecture.speaker.alone": (
        "Waiting for the lecture: open it in another window of this browser.",
        "강의를 기다리고 있습니다. 이 브라우저의 다른 창에서 강의를 열어 주세요.",
    ),
    "lecture.speaker.next": ("Next:", "다음:"),
    "lecture.speaker.last": ("this is the last step", "마지막 단계입니다"),
    "lecture.problem": ("This lecture cannot be opened", "강의를 열 수 없습니다"),
    "lecture.error.own": (
        "Your own lecture must be kept on this device, in this browser, but there is none. Open its "
        "file again.",
        "직접 만든 강의는 이 기기의 이 브라우저에 저장되어 있어야 하는데 없습니다. 파일을 다시 열어 주세요.",
    ),
    "lecture.error.address": (
        "A lecture must come from this page’s own address or over https, with leave to be read by other "
        "pages, but {value} did not answer so. Download it and open it as a file.",
        "강의는 이 페이지의 주소나, 다른 페이지의 읽기를 허용하는 https 주소에서 가져와야 하는데 읽을 수 "
        "없었습니다: {value}. 내려받아 파일로 열어 주세요.",
    ),
    "lecture.error.linked": (
        "A lecture in a link must be whole, but this one is cut off or damaged. Copy the link again.",
        "링크에 담긴 강의는 온전해야 하는데 이 링크는 잘렸거나 손상되었습니다. 링크를 다시 복사해 주세요.",
    ),
    "lecture.error.bytes": (
        "A lecture may have at most {limit} bytes, but this one has {value}. Shorten its notes or split it.",
        "강의는 {limit}바이트 이하여야 하는데 {value}바이트입니다. 노트를 줄이거나 강의를 나누어 주세요.",
    ),
    "lecture.error.json": (
        "A lecture must be JSON, but this one is not: {value}. Start from one that was downloaded here.",
        "강의는 JSON이어야 하는데 그렇지 않습니다: {value}. 여기에서 내려받은 강의를 고쳐 써 주세요.",
    ),
    "lecture.error.fields": (
        "{where} must be an object of {names}, all but the optional ones present, but there is the "
        "matter of: {value}. Add, rename or remove that field.",
        "{where}: {names} 필드로 이루어진 객체여야 하는데 다음이 맞지 않습니다: {value}. 필드를 추가하거나 "
        "이름을 고치거나 지워 주세요.",
    ),
    "lecture.error.text": (
        "{where} must be a text of 1 to {limit} letters, or one for each language, but is {value}. "
        "Write it so.",
        "{where}: 1자에서 {limit}자까지의 텍스트이거나 언어별 텍스트여야 하는데 {value}입니다. 그렇게 고쳐 주세요.",
    ),
    "lecture.error.list": (
        "{where} must be a list of {least} to {most}, but has {value}. Add or remove some.",
        "{where}: {least}개에서 {most}개의 목록이어야 하는데 {value}입니다. 추가하거나 지워 주세요.",
    ),
    "lecture.error.right": (
        "{where} must be the place of an answer, from 0 to {last}, but is {value}. Choose one of them.",
        "{where}: 보기의 순번(0에서 {last})이어야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "lecture.error.link": (
        "{where} must be a state of this page, from its question mark on, but is {value}. Take it from "
        "the address bar.",
        "{where}: 물음표로 시작하는 이 페이지의 상태여야 하는데 {value}입니다. 주소창에서 복사해 주세요.",
    ),
    "lecture.error.parameter": (
        "{where} may hold what docs/links.md allows, but holds {value}. Correct or remove it.",
        "{where}: docs/links.md에 있는 값만 쓸 수 있는데 {value}입니다. 고치거나 지워 주세요.",
    ),
}
