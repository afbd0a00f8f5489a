"""The words of the sheets, English and Korean; they come with the sheets and not with the page."""

WORDS: dict[str, tuple[str, str]] = {
    "name": ("Name", "이름"),
    "solutions": ("Solutions", "풀이"),
    "exercise": ("Exercise {number}", "문제 {number}"),
    "try": ("Try it in the explorer", "탐색기에서 해 보기"),
    "foot": (
        "mixup explorer. After “mixup: Beyond Empirical Risk Minimization”, Zhang, Cisse, Dauphin and "
        "Lopez-Paz, ICLR.",
        "mixup 탐색기. Zhang, Cisse, Dauphin, Lopez-Paz, “mixup: Beyond Empirical Risk Minimization”, ICLR.",
    ),
    "run": (
        "The cells run in a checkout of the project, where its requirements are installed.",
        "코드는 요구 패키지를 설치한 프로젝트 폴더에서 실행합니다.",
    ),
    "idea.title": ("Sheet A: the idea", "연습 문제 A: 아이디어"),
    "idea.intro": (
        "Pencil and paper suffice. The explorer shows each answer.",
        "연필과 종이면 충분합니다. 답은 탐색기에서 확인할 수 있습니다.",
    ),
    "label.ask": (
        "Picture A is a cat, picture B a dog, and λ = {lam} is A’s weight. Write down the mixed label. "
        "What does a network lose in cross-entropy that answers “cat” with complete certainty?",
        "사진 A는 고양이, 사진 B는 개이고, A의 비중은 λ = {lam}입니다. 섞은 레이블을 적어 보세요. 고양이일 확률이 1이라고 답하는 "
        "신경망의 교차 엔트로피 손실은 얼마입니까?",
    ),
    "label.solution": (
        "Cat {lam}, dog {rest}, every other class 0. The loss has no bound: the dog’s share is "
        "multiplied by −log 0. Mixed labels punish certainty between examples.",
        "고양이 {lam}, 개 {rest}, 나머지 클래스는 모두 0입니다. 개의 몫에 −log 0이 곱해지므로 손실은 한없이 커집니다. 섞은 레이블은 "
        "예제 사이에서 지나치게 단정하는 답에 벌을 줍니다.",
    ),
    "loss.ask": (
        "Show that the cross-entropy against the mixed label is the weighted sum below. Does the same "
        "hold for the squared error?",
        "섞은 레이블에 대한 교차 엔트로피가 아래의 가중합과 같음을 보여 주세요. 제곱 오차에도 같은 관계가 성립합니까?",
    ),
    "loss.solution": (
        "Cross-entropy is linear in the label: put λ y + (1 − λ) y′ into −Σ y log p and split the sum. "
        "The squared error is not linear; it is smaller than the weighted sum by λ (1 − λ) times the "
        "squared distance of both labels. That does not depend on the network, so the gradients agree.",
        "교차 엔트로피는 레이블에 대해 선형입니다. −Σ y log p에 λ y + (1 − λ) y′를 넣고 합을 나누면 됩니다. 제곱 오차는 선형이 아니며, "
        "가중합보다 두 레이블 거리의 제곱에 λ (1 − λ)를 곱한 만큼 작습니다. 이 차이는 신경망과 관계없으므로 기울기는 같습니다.",
    ),
    "beta.ask": (
        "λ is drawn from Beta(α, α). For which of α = {small} and α = {large} are more pairs really mixed, "
        "λ between {low} and {high}? Estimate both shares from the shape of the density, then compute "
        "them.",
        "λ를 Beta(α, α)에서 뽑습니다. α = {small}, α = {large} 가운데 어느 쪽에서 더 많은 쌍이 제대로 섞입니까({low} < λ < {high})? "
        "밀도의 모양으로 두 비율을 어림한 뒤 계산해 보세요.",
    ),
    "beta.solution": (
        "{few} % for α = {small}, {many} % for α = {large}, where λ is uniform. With a small α most steps "
        "are nearly plain training.",
        "α = {small}이면 {few} %, λ가 균등 분포인 α = {large}이면 {many} %입니다. α가 작으면 대부분의 스텝이 보통 학습과 거의 같습니다.",
    ),
    "flip.ask": (
        "timm mixes a batch with itself in reversed order, so one loader is enough. In a batch of "
        "odd size one image is left without another image as its partner. Which one, and what happens to "
        "it? Why are the pairs random although the order is only reversed?",
        "timm은 배치를 순서를 뒤집은 자기 자신과 섞으므로 로더 하나로 충분합니다. 배치 크기가 홀수이면 다른 이미지와 짝을 "
        "이루지 못하는 이미지가 하나 남습니다. 어떤 이미지이며, 어떻게 됩니까? 순서를 뒤집기만 하는데도 짝이 무작위인 이유는 무엇입니까?",
    ),
    "flip.solution": (
        "The one in the middle: it is mixed with itself, which changes nothing. timm refuses odd batches "
        "for that reason. The loader shuffles the data before each pass, so any two images are equally "
        "likely to lie opposite each other.",
        "한가운데 이미지가 자기 자신과 섞여 아무것도 달라지지 않습니다. 그래서 timm은 홀수 배치를 받지 않습니다. 로더가 에폭마다 데이터의 "
        "순서를 무작위로 바꾸므로 어느 두 이미지든 같은 확률로 서로 마주 보는 자리에 놓입니다.",
    ),
    "intrusion.ask": (
        "Class one fills a ring of radius {inner}, class two a ring of radius {outer} around it. Take the "
        "middle of two random points of the outer ring. How often does it lie nearer to the inner ring?",
        "첫째 클래스는 반지름 {inner}인 고리에, 둘째 클래스는 그것을 둘러싼 반지름 {outer}인 고리에 있습니다. 바깥 고리에서 무작위로 고른 "
        "두 점의 가운데가 안쪽 고리에 더 가까울 확률은 얼마입니까?",
    ),
    "intrusion.solution": (
        "In {share} % of the cases, and its label says “outer ring” all the same. If the points are at "
        "angles 2u apart, the middle has radius |cos u|, with u even from 0 to π/2; it is nearer to the inner "
        "ring below {middle}, so the share is 1 − (2/π) arccos {middle}. This is manifold intrusion: the assumption that "
        "mixtures have mixed labels fails.",
        "{share} %입니다. 그런데도 레이블은 ‘바깥 고리’입니다. 두 점의 각도 차가 2u이면 가운데 점의 반지름은 |cos u|입니다. u는 0에서 "
        "π/2까지 고르게 분포하고, 반지름이 {middle}보다 작으면 안쪽 고리에 더 가까우므로 비율은 1 − (2/π) arccos {middle}입니다. 이것이 "
        "매니폴드 침범으로, 섞은 입력의 레이블도 섞으면 된다는 가정이 깨집니다.",
    ),
    "evidence.title": ("Sheet B: the evidence", "연습 문제 B: 근거"),
    "evidence.intro": (
        "All numbers are this project’s own, from its results files.",
        "수치는 모두 이 프로젝트의 결과 파일에서 가져온 것입니다.",
    ),
    "interval.ask": (
        "The bundled networks differ in mixup alone. Read their test errors and the interval of the "
        "difference in the panel on generalisation. Does mixup generalise better here? What would settle "
        "it?",
        "함께 제공되는 두 신경망은 mixup 사용 여부만 다릅니다. 일반화 패널에서 테스트 오차와 차이의 구간을 읽어 보세요. 여기서 mixup의 "
        "일반화가 더 낫다고 할 수 있습니까? 무엇이 있어야 판단할 수 있습니까?",
    ),
    "interval.solution": (
        "The pair’s interval holds 0, and it says nothing about how trainings differ, for it is one over "
        "test images: this pair decides nothing. Trainings with other seeds can. Over these the interval "
        "leaves 0 out:",
        "한 쌍의 구간에는 0이 들어 있고, 테스트 이미지에 대한 구간이므로 학습마다 얼마나 달라지는지를 말해 주지도 않습니다. 이 한 쌍으로는 "
        "판단할 수 없으며 시드를 바꾼 학습이 필요합니다. 여러 시드에 대한 구간에는 0이 들어 있지 않습니다.",
    ),
    "overlap.ask": (
        "On the table of digits, after {epochs} epochs, ERM and mixup were compared on {n} splits of "
        "repeated {folds}-fold cross-validation. Why is the ordinary interval of the mean difference too "
        "narrow? By which factor does Nadeau and Bengio’s correction widen it?",
        "숫자 표 데이터에서 {epochs}에폭 뒤 ERM과 mixup을 {folds}겹 교차 검증을 되풀이한 {n}개 분할로 비교했습니다. 평균 차이의 보통 "
        "구간이 너무 좁은 이유는 무엇입니까? Nadeau와 Bengio의 보정은 구간을 몇 배로 넓힙니까?",
    ),
    "overlap.solution": (
        "Training sets of different splits share most of their rows, so the splits’ errors are not "
        "independent. The variance is multiplied by 1/J + (test rows)/(training rows) instead of 1/J: the "
        "interval becomes {factor} times as wide. Here the difference is {difference} points, corrected "
        "interval {low} to {high}: undecided.",
        "서로 다른 분할의 학습 데이터는 대부분의 행이 겹치므로 분할별 오차는 독립이 아닙니다. 분산에 1/J 대신 1/J + (테스트 행)/(학습 행)을 "
        "곱하면 구간은 {factor}배로 넓어집니다. 여기서 차이는 {difference} %p, 보정한 구간은 {low} ~ {high}이므로 판단할 수 없습니다.",
    ),
    "dropout.ask": (
        "With half of the labels corrupted, the small CNN with mixup and dropout ends far below ERM. A "
        "reader concludes that mixup is what helps. Which numbers of the panel does this overlook?",
        "레이블의 절반이 오염되었을 때 작은 CNN에서 드롭아웃을 함께 쓴 mixup의 테스트 오차는 ERM보다 훨씬 낮습니다. 어떤 독자가 mixup 덕분이라고 결론지었다면, "
        "패널의 어떤 수치를 놓친 것입니까?",
    ),
    "dropout.solution": (
        "Those of each method alone. Dropout alone already brings most of the gain and mixup alone more "
        "still; both together gain far less than the sum, and over seeds they cannot be told from mixup "
        "alone. α differs, too: it is smaller where dropout is added to this network. A fair comparison changes one thing at a time.",
        "각 방법만 쓴 결과입니다. 드롭아웃만으로도 이득의 대부분이 나타나고, mixup만 쓰면 이득이 더 큽니다. 둘을 함께 써도 이득은 두 이득의 "
        "합에 훨씬 못 미치고, 여러 시드로 보면 mixup만 쓴 것과 구별되지 않습니다. 게다가 이 신경망에서는 드롭아웃을 더할 때 α도 더 작습니다. 공정한 비교는 한 번에 하나만 바꿉니다.",
    ),
    "temperature.ask": (
        "The mixup network is right more often than its probabilities say. Should its logits be divided "
        "by a temperature above or below 1? What happens to its accuracy?",
        "mixup 신경망은 확률이 말하는 것보다 자주 맞힙니다. 로짓을 1보다 큰 온도로 나누어야 합니까, 작은 온도로 나누어야 합니까? 정확도는 "
        "어떻게 됩니까?",
    ),
    "temperature.solution": (
        "Below 1: that makes probabilities more decided. The order of the classes stays, and so does the "
        "accuracy. After that both networks are about equally calibrated.",
        "1보다 작은 온도입니다. 그래야 확률이 더 뚜렷해집니다. 클래스의 순서는 그대로이므로 정확도도 변하지 않습니다. 그 뒤에는 두 신경망의 "
        "신뢰도 보정이 비슷해집니다.",
    ),
    "attack.ask": (
        "One step along the gradient fools the mixup network less often than the ERM network, many smaller "
        "steps fool it more often. What does the first finding alone suggest, and why is it misleading?",
        "기울기를 따라 한 스텝만 움직인 공격에는 mixup 신경망이 ERM 신경망보다 덜 속지만, 더 작은 스텝을 여러 번 밟으면 더 자주 속습니다. 첫째 결과만 보면 무엇을 떠올리게 "
        "되고, 그것은 왜 잘못입니까?",
    ),
    "attack.solution": (
        "It suggests robustness. But a network may only hide its gradient near the data; an attack that "
        "looks again after each step finds its way. Robustness is what the strongest known attack leaves.",
        "강건하다고 생각하게 됩니다. 그러나 데이터 근처에서 기울기만 가려졌을 수 있고, 스텝마다 다시 기울기를 구하는 공격은 길을 찾아냅니다. "
        "강건성은 알려진 가장 강한 공격 뒤에 남는 것으로 따져야 합니다.",
    ),
}
