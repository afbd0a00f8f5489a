"""Chapters 11 to 15: other data, relatives, choosing α, limits, and use."""

TEXTS: dict[str, tuple[str, str]] = {
    "learn.kinds.title": ("Sounds, tables, texts", "소리, 표, 글"),
    "learn.kinds.1": (
        "Nothing in the equation knows about images. Whatever can be added can be mixed: the "
        "[spectrogram|spectrograms] of two sounds, the rows of a table, the embeddings of two texts. "
        "The authors call mixup data-agnostic.",
        "식 어디에도 이미지에 관한 내용은 없습니다. 더할 수 있으면 섞을 수 있습니다. 두 소리의 [spectrogram|스펙트로그램], 표의 행, "
        "두 글의 임베딩이 그렇습니다. 저자들은 그래서 mixup이 데이터의 종류를 가리지 않는다고 말합니다.",
    ),
    "learn.kinds.2": (
        "Listen: a low tone and a whistle, mixed by λ. Unlike two photos, two sounds can be heard at once, so the "
        "mixture is even natural. In the paper, networks had to recognise spoken commands.",
        "들어 보세요. 낮은 음과 휘파람을 λ로 섞었습니다. 두 사진과 달리 두 소리는 동시에 들릴 수 있으므로, 섞은 소리는 오히려 자연스럽습니다. "
        "논문에서는 신경망이 음성 명령을 알아맞혀야 했습니다.",
    ),
    "learn.kinds.ask": (
        "A small LeNet and a larger VGG-11 learned spoken commands with mixup. Which one gained?",
        "작은 LeNet과 더 큰 VGG-11을 음성 명령 데이터에서 mixup으로 학습했습니다. 어느 쪽이 이득을 보았습니까?",
    ),
    "learn.kinds.ask.a": ("Both", "둘 다"),
    "learn.kinds.ask.b": ("The larger one alone", "큰 쪽만"),
    "learn.kinds.ask.c": ("The smaller one alone", "작은 쪽만"),
    "learn.kinds.because": (
        "The larger one alone. mixup makes the task harder: the network has to be right on a whole "
        "line for every pair. One that can hardly memorise in the first place has nothing to win.",
        "큰 쪽만입니다. mixup은 과제를 더 어렵게 만듭니다. 모든 쌍에 대해 선 전체에서 맞아야 하기 때문입니다. 애초에 외울 여력이 없는 "
        "신경망은 얻을 것이 없습니다.",
    ),
    "learn.kinds.speech": (
        "Paper, {network} on speech commands, test error: {erm} % with ERM{reported}, {mixup} % with "
        "mixup (α\u00a0=\u00a0{alpha}).",
        "논문, 음성 명령의 {network}, 테스트 오차: ERM {erm} %{reported}, mixup {mixup} %(α\u00a0=\u00a0{alpha}).",
    ),
    "learn.kinds.chart": (
        "The paper’s test error on speech commands, by α",
        "논문의 음성 명령 테스트 오차, α에 따라",
    ),
    "learn.kinds.table": (
        "Ours, {where} ({rows} rows, {columns} columns, {classes} classes), test error in % by "
        "number of epochs, ERM → mixup (difference [95 % interval]): {list}.",
        "우리 결과, {where}(행 {rows}개, 열 {columns}개, 클래스 {classes}개), 에폭 수별 테스트 오차 %, ERM → mixup(차이 [95 % 구간]): "
        "{list}.",
    ),
    "learn.kinds.tables": (
        "Ours, all tables, α\u00a0=\u00a0{alpha}, {repeats} times {folds}-fold cross-validation, n = {n} "
        "splits: of {total} comparisons {better} are in favour of mixup, {worse} against, {open} undecided "
        "after Holm’s correction: {verdict}.",
        "우리 결과, 표 전체, α\u00a0=\u00a0{alpha}, {folds}겹 교차 검증 {repeats}회, 분할 n = {n}: 비교 {total}개 가운데 mixup에 유리한 것은 "
        "{better}개, 불리한 것은 {worse}개, 다중 비교 보정(Holm) 뒤 판단할 수 없는 것은 {open}개입니다: {verdict}.",
    ),
    "learn.kinds.table.iris": ("Iris", "붓꽃(Iris)"),
    "learn.kinds.table.wine": ("Wine", "와인(Wine)"),
    "learn.kinds.table.breast_cancer": ("Breast cancer", "유방암(Breast cancer)"),
    "learn.kinds.table.digits": ("Digits, as numbers", "숫자 그림을 수로(Digits)"),
    "learn.kinds.table.epochs": ("Epochs:", "에폭:"),
    "learn.kinds.table.axis": (
        "Test error of mixup minus ERM’s, in points",
        "테스트 오차, mixup − ERM, %p",
    ),
    "learn.kinds.table.chart": (
        "Ours, tables: mixup minus ERM, cross-validated",
        "우리 결과, 표 데이터: mixup − ERM, 교차 검증",
    ),
    "learn.kinds.more.2": (
        "The tables are those that scikit-learn brings along; the networks are the paper’s for tables. "
        "Training sets of different splits share most rows, so ordinary intervals over splits are too "
        "narrow. Ours follow Nadeau and Bengio, who widen them for that overlap.",
        "표는 scikit-learn에 들어 있는 것이고, 신경망은 논문이 표 데이터에 쓴 것입니다. 서로 다른 분할의 학습 데이터는 대부분의 행이 겹치므로, "
        "분할에 대한 보통의 구간은 너무 좁습니다. 여기서는 겹침만큼 넓혀 주는 Nadeau와 Bengio의 구간을 씁니다.",
    ),
    "learn.kinds.more.1": (
        "Where mixing makes no sense as it stands, one mixes further inside: categories of a table as "
        "one-hot vectors, words as embeddings, graphs as hidden layers. Text generation and other "
        "outputs that cannot be averaged need other means.",
        "그대로 섞는 것이 의미가 없으면 더 안쪽에서 섞습니다. 표의 범주는 원-핫 벡터로, 단어는 임베딩으로, 그래프는 은닉층에서 "
        "섞습니다. 글 생성처럼 평균을 낼 수 없는 출력에는 다른 방법이 필요합니다.",
    ),
    "learn.cutmix.title": ("CutMix and other relatives", "CutMix와 관련 기법"),
    "learn.cutmix.1": (
        "A mixed photo looks like a double exposure, unlike anything in the data. "
        "[cutmix|CutMix] pastes a box of one image into the other instead and mixes the labels by "
        "area: every pixel stays natural, and the network must look at all parts of an object.",
        "섞은 사진은 이중 노출처럼 보이며, 데이터에는 없는 모습입니다. [cutmix|CutMix]는 대신 한 이미지의 상자를 다른 "
        "이미지에 붙이고 면적 비율로 레이블을 섞습니다. 픽셀은 모두 자연스럽고, 신경망은 물체의 모든 부분을 보아야 합니다.",
    ),
    "learn.cutmix.2": (
        "[manifoldmixup|Manifold mixup] mixes hidden layers instead of inputs. Many recipes for large "
        "image networks today use mixup and CutMix in turn.",
        "[manifoldmixup|매니폴드 mixup]은 입력 대신 은닉층을 섞습니다. 오늘날 큰 이미지 신경망의 학습법은 mixup과 CutMix를 번갈아 쓰는 "
        "경우가 많습니다.",
    ),
    "learn.cutmix.ask": (
        "In training, CutMix computes λ anew after the box has been drawn. Why?",
        "학습할 때 CutMix는 상자를 뽑은 뒤 λ를 다시 계산합니다. 그 이유는 무엇입니까?",
    ),
    "learn.cutmix.ask.a": ("The box is clipped at the border", "상자가 가장자리에서 잘리기 때문에"),
    "learn.cutmix.ask.b": (
        "The two images differ in brightness",
        "두 이미지의 밝기가 다르기 때문에",
    ),
    "learn.cutmix.ask.c": ("Labels must be whole numbers", "레이블은 정수여야 하기 때문에"),
    "learn.cutmix.because": (
        "Its centre may lie anywhere, so a part of it can fall outside. The label has to say how much "
        "of each image is really seen.",
        "상자의 중심은 어디든 될 수 있어서 일부가 이미지 밖으로 나갈 수 있습니다. 레이블은 각 이미지가 실제로 얼마나 보이는지를 말해야 "
        "합니다.",
    ),
    "learn.cutmix.ours": (
        "Ours, short trainings of a small network, one each, α = {alpha}, test error: CutMix {cutmix} "
        "%, mixup {mixup} %, ERM {erm} %. Compare them only with each other.",
        "우리 결과, 작은 신경망을 종류마다 한 번씩 짧게 학습, α = {alpha}, 테스트 오차: CutMix {cutmix} %, mixup {mixup} %, ERM {erm} %. "
        "서로끼리만 비교해 주세요.",
    ),
    "learn.cutmix.more.1": (
        "[smoothing|Label smoothing] changes the label alone; cutout, which blanks a box, and GridMask, "
        "which blanks a grid of them, change the image alone; mixup and CutMix change both together. "
        "In timm, `switch_prob` says how often CutMix takes mixup’s place.",
        "[smoothing|레이블 스무딩]은 레이블만 바꾸고, 상자 하나를 지우는 컷아웃과 격자 모양으로 여러 상자를 지우는 GridMask는 이미지만 "
        "바꿉니다. mixup과 CutMix는 둘을 함께 바꿉니다. timm에서는 "
        "`switch_prob`이 mixup 대신 CutMix를 쓰는 빈도를 정합니다.",
    ),
    "learn.alpha.title": ("Choosing α, schedule and size", "α와 학습 길이, 크기 고르기"),
    "learn.alpha.1": (
        "α sets how far training leaves the data. Too little changes nothing; too much makes every "
        "image a blur of two, and the network [underfits|underfits]. Large networks, long schedules "
        "and noisy labels take more.",
        "α는 학습이 데이터에서 얼마나 멀어지는지를 정합니다. 너무 작으면 달라지는 것이 없고, 너무 크면 모든 이미지가 두 이미지의 혼합이 되어 "
        "[underfits|과소적합]합니다. 신경망이 크고 학습이 길고 레이블에 노이즈가 많을수록 더 큰 α를 견딥니다.",
    ),
    "learn.alpha.2": (
        "mixup itself is [regularisation|regularisation]. Take others back when you add it: less weight "
        "decay, less dropout. And train for longer: what looks worse at the start of a schedule often "
        "ends better.",
        "mixup 자체가 [regularisation|정규화]입니다. mixup을 더할 때는 가중치 감쇠나 드롭아웃 같은 다른 정규화를 줄이는 것이 좋습니다. "
        "그리고 더 오래 학습해 주세요. 초반에는 나빠 보여도 끝에 가서 더 좋아지는 일이 많습니다.",
    ),
    "learn.alpha.ask": (
        "A small network, a short schedule, a very large α. What happens to the errors?",
        "작은 신경망을 짧게, 아주 큰 α로 학습하면 오차는 어떻게 됩니까?",
    ),
    "learn.alpha.ask.a": ("Only the test error rises: overfitting", "테스트 오차만 오른다(과적합)"),
    "learn.alpha.ask.b": (
        "Training and test error both rise: underfitting",
        "학습 오차와 테스트 오차가 모두 오른다(과소적합)",
    ),
    "learn.alpha.ask.c": ("Both fall", "둘 다 내려간다"),
    "learn.alpha.because": (
        "Both rise, and close together: the network learns blends well and plain images badly. In "
        "these short trainings no α beats ERM; in long ones on few images even the largest does.",
        "둘 다 오르고 서로 가까워집니다. 섞은 이미지는 배우지만 원래 이미지를 잘 배우지 못합니다. 이렇게 짧은 학습에서는 어떤 α도 "
        "ERM을 이기지 못합니다. 적은 이미지로 오래 학습하면 가장 큰 α도 ERM보다 낫습니다.",
    ),
    "learn.alpha.paper": (
        "Paper: α = {small} on CIFAR-10; on ImageNet {low} to {high} improved on ERM (the table has "
        "{first} and {last}).",
        "논문: CIFAR-10에서 α = {small}. ImageNet에서는 {low} ~ {high}일 때 ERM보다 나았습니다(표의 값은 {first}, {last}).",
    ),
    "learn.alpha.more.1": (
        "A practical order: first a good ERM run, so that you know what to beat; then a small α with "
        "the same schedule; then a longer schedule for both. Compare over several seeds and always on "
        "unmixed validation images.",
        "실용적인 순서는 이렇습니다. 먼저 좋은 ERM 결과를 만들어 기준으로 삼고, 같은 일정에 작은 α를 써 보고, 그다음 둘 다 더 길게 "
        "학습합니다. 비교는 여러 시드로, 언제나 섞지 않은 검증 이미지에서 합니다.",
    ),
    "learn.limits.title": ("Where it fails", "실패하는 경우"),
    "learn.limits.1": (
        "A mixture of two classes can look like a real example of a *third*: then its soft label is "
        "simply wrong. This is [intrusion|manifold intrusion]. Two points on opposite sides of a ring "
        "mix into its middle, where another class may live.",
        "두 클래스를 섞은 결과가 실제로 있는 *제3의* 클래스처럼 보일 수 있습니다. 그러면 소프트 레이블은 그냥 틀린 레이블이 됩니다. 이것을 "
        "[intrusion|매니폴드 침범]이라고 합니다. 고리의 양쪽 점을 섞으면 다른 클래스가 있는 한가운데에 떨어질 수 있습니다.",
    ),
    "learn.limits.2": (
        "And a network that was trained to be unsure between examples carries this over to ordinary "
        "images. That matters wherever its probabilities are used: for [calibration|calibration], or "
        "to notice data of no known class.",
        "또 예제 사이에서 망설이도록 학습된 신경망은 평범한 이미지에서도 망설입니다. [calibration|신뢰도 보정]이나 어느 클래스도 아닌 데이터의 감지처럼 "
        "확률을 그대로 쓰는 곳에서는 이것이 문제가 됩니다.",
    ),
    "learn.limits.ask": (
        "How sure is our mixup network of its predictions for ordinary test images?",
        "우리 mixup 신경망은 평범한 테스트 이미지에서 자기 예측을 얼마나 믿습니까?",
    ),
    "learn.limits.ask.a": ("As sure as it is right", "맞히는 만큼 믿는다"),
    "learn.limits.ask.b": ("Too sure", "지나치게 믿는다"),
    "learn.limits.ask.c": ("Not sure enough", "충분히 믿지 않는다"),
    "learn.limits.because": (
        "Not sure enough: it is right far more often than its probabilities say. Dividing its logits by "
        "one fitted number, the [temperature|temperature], repairs that almost entirely, so fit it "
        "whenever you use the probabilities.",
        "충분히 믿지 않습니다. 확률이 말하는 것보다 훨씬 자주 맞힙니다. 데이터에 맞춘 수 하나, 곧 [temperature|온도]로 로짓을 나누면 거의 완전히 "
        "해결되므로, 확률을 쓸 때는 온도를 꼭 맞추는 것이 좋습니다.",
    ),
    "learn.limits.more.1": (
        "The literature disagrees about calibration: some find mixup better calibrated than long, "
        "overconfident ERM trainings, some find that ERM gains more from temperature scaling. Both can "
        "be right, as our own networks show: it depends on how overconfident ERM was. Measure your own.",
        "신뢰도 보정에 대해서는 연구마다 결론이 다릅니다. 오래 학습해 과신하는 ERM보다 mixup의 신뢰도 보정이 낫다는 결과도 있고, 온도 스케일링의 이득은 "
        "ERM이 더 크다는 결과도 있습니다. ERM이 얼마나 과신했는지에 따라 둘 다 맞을 수 있으며 우리 신경망에서도 둘 다 나타납니다. 그러니 자기 모델에서 직접 재야 합니다.",
    ),
    "learn.use.title": ("How to use it", "사용하는 법"),
    "learn.use.1": (
        "mixup is a few lines in the training loop and nothing at test time. Mix after all other "
        "augmentation, on the device, one λ a batch, and leave validation images alone.",
        "mixup은 학습 반복문에 몇 줄을 더하면 되고, 테스트할 때는 아무것도 하지 않습니다. 다른 증강을 모두 마친 뒤 장치에서 섞고, 배치마다 "
        "λ 하나를 쓰며, 검증 이미지는 섞지 않습니다.",
    ),
    "learn.use.2": (
        "timm brings it along. `prob` is how often anything is mixed: per batch, or per pair or image "
        "in those modes; `mode` says whether λ is drawn for a batch, a pair or each image; "
        "`label_smoothing` is added to the mixed label, and `num_classes` is that of *your* data. It "
        "needs a loss for soft labels and batches of even size.",
        "timm에는 mixup이 이미 들어 있습니다. `prob`은 섞을 확률이며, `mode`에 따라 배치, 쌍, 이미지마다 정해집니다. `mode`는 λ를 배치마다 "
        "뽑을지 쌍마다 또는 이미지마다 뽑을지를 정합니다. `label_smoothing`은 섞은 레이블에 더하는 스무딩이고, `num_classes`는 *자기* 데이터의 클래스 수입니다. 소프트 "
        "레이블용 손실과 짝수 크기의 배치가 필요합니다.",
    ),
    "learn.use.ask": (
        "With mixup the training accuracy stays far below ERM’s. What do you do?",
        "mixup을 쓰니 학습 정확도가 ERM보다 훨씬 낮습니다. 어떻게 해야 합니까?",
    ),
    "learn.use.ask.a": ("Stop: something is broken", "멈춘다, 무언가 잘못되었다"),
    "learn.use.ask.b": ("Judge by unmixed validation images", "섞지 않은 검증 이미지로 판단한다"),
    "learn.use.ask.c": ("Raise α until it recovers", "회복될 때까지 α를 키운다"),
    "learn.use.because": (
        "Judge by unmixed images. On a blend of a cat and a dog no prediction is entirely right, so "
        "accuracy on training batches says little.",
        "섞지 않은 이미지로 판단합니다. 고양이와 개를 섞은 이미지에는 완전히 맞는 예측이 없으므로, 학습 배치의 정확도는 별 의미가 "
        "없습니다.",
    ),
    "learn.use.more.1": (
        "Libraries pair differently, with the same effect: timm mixes a batch with itself reversed, "
        "torchvision with itself shifted by one, the authors with a random order. Keras has a layer, "
        "and older guides mix in the data loader, which costs more and gains nothing.",
        "라이브러리마다 짝짓는 방법이 다르지만 효과는 같습니다. timm은 배치를 거꾸로 한 것과, torchvision은 한 칸 민 것과, 저자들은 "
        "무작위 순서와 섞습니다. Keras에는 층으로 들어 있습니다. 예전 글처럼 데이터 로더에서 섞으면 비용만 늘고 얻는 것은 없습니다.",
    ),
}
