"""The panel on adversarial examples."""

from mixup_demo.texts.paper import filled

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.finding.attacks.strongest": (
        "The strongest attack (PGD), by a model's own gradient",
        "가장 강한 공격 (PGD), 모델 자신의 기울기로",
    ),
    "evidence.finding.attacks.steps": ("One step, and ten", "한 스텝과 열 스텝"),
    "evidence.finding.attacks.paper": ("Beside the paper's numbers", "논문의 수치와 나란히"),
    "evidence.finding.attacks.transfer": (
        "By the gradient of other networks",
        "다른 신경망의 기울기로",
    ),
    "evidence.adversarial.title": ("Adversarial examples", "적대적 예제"),
    "evidence.adversarial.claim": (
        "The authors attack ImageNet models with small changes of the pixels along the loss's "
        "gradient, of the model itself (white box) or of another one (black box), and report that "
        "mixup keeps more of its accuracy.",
        "저자들은 손실의 기울기를 따라 픽셀을 조금 바꿔 ImageNet 모델을 공격합니다. 기울기는 그 모델의 것(화이트박스)이거나 다른 "
        "모델의 것(블랙박스)이며, mixup이 정확도를 더 지킨다고 보고합니다.",
    ),
    "evidence.adversarial.setting": (
        "No pixel changes by more than the budget ε. FGSM takes one step and I-FGSM ten. PGD, the "
        "strongest, starts from several random points and climbs two losses in turn; an image "
        "counts as wrong if any start succeeds. A model whose gradient is bent resists a single "
        "step without being robust (gradient masking), so PGD decides. Black box: the images are "
        "made with another network, and each of PGD's starts counts as a try. No model was trained "
        "to resist. Intervals are over test images, for these two networks; those of several seeds, "
        "of the same network and of a smaller one trained on a fifth of the images, are over seeds "
        "(Student's t; ratios by their logarithms). What is counted of PGD in the black box is "
        "corrected for the number of comparisons (Holm), what is counted of FGSM and I-FGSM is not.",
        "어느 픽셀도 섭동 크기 ε보다 더 바뀌지 않습니다. FGSM은 한 스텝, I-FGSM은 열 스텝입니다. 가장 강한 PGD는 여러 무작위 점에서 "
        "시작해 두 가지 손실을 번갈아 키우며, 한 번이라도 성공하면 틀린 것으로 셉니다. 기울기가 휘어진 모델은 강건하지 않아도 한 스텝을 "
        "견디므로(기울기 마스킹) PGD로 판정합니다. 블랙박스 이미지는 다른 신경망으로 만들며, PGD의 시작점마다 한 번의 시도로 셉니다. 방어 "
        "학습을 한 모델은 없습니다. 구간은 테스트 이미지에 대한 것으로 이 두 신경망에만 해당하고, 같은 신경망과 이미지의 5분의 1로 학습한 작은 신경망을 여러 시드로 비교한 "
        "구간은 시드에 대한 것입니다(스튜던트 t, 비율은 로그로 계산). 블랙박스 PGD의 비교 결과를 셀 때는 비교 수에 대한 다중 비교 보정(Holm)을 하고, "
        "FGSM과 I-FGSM에는 하지 않습니다.",
    ),
    "evidence.adversarial.ratios": (
        "Accuracy of mixup over ERM's at ε = {papers_budget}/255",
        "ε = {papers_budget}/255에서 ERM 대비 mixup의 정확도",
    ),
    "evidence.attack.none": ("no attack", "공격 없음"),
    "evidence.attack.none-pgd": ("no attack, PGD's images", "공격 없음, PGD의 이미지"),
    "evidence.attack.fgsm.white": ("FGSM, white box", "FGSM, 화이트박스"),
    "evidence.attack.fgsm.black": ("FGSM, black box", "FGSM, 블랙박스"),
    "evidence.attack.ifgsm.white": ("I-FGSM, white box", "I-FGSM, 화이트박스"),
    "evidence.attack.ifgsm.black": ("I-FGSM, black box", "I-FGSM, 블랙박스"),
    "evidence.attack.pgd.white": ("PGD, white box (strongest)", "PGD, 화이트박스 (가장 강함)"),
    "evidence.attack.pgd.black": ("PGD, black box", "PGD, 블랙박스"),
    "evidence.adversarial.says.pgd": (
        "{attack}, {budget}/255: accuracy {erm_kept} % with ERM, {mixup_kept} % with mixup; "
        "difference {difference} points (95 % interval {low} to {high}, n = {n} test images): "
        "{verdict}.",
        "{attack}, {budget}/255: 정확도 ERM {erm_kept} %, mixup {mixup_kept} %, 차이 {difference} %p(95 % 구간 "
        "{low} ~ {high}, 테스트 이미지 n = {n}): {verdict}.",
    ),
    "evidence.attack.pgd.white.page": (
        "PGD, the page's network (circles: single seeds; band: mean ± SD)",
        "PGD, 기본 신경망 (동그라미: 시드 하나, 띠: 평균 ± 표준편차)",
    ),
    "evidence.attack.fgsm.white.page": (
        "FGSM, the page's network (circles: single seeds; band: mean ± SD)",
        "FGSM, 기본 신경망 (동그라미: 시드 하나, 띠: 평균 ± 표준편차)",
    ),
    "evidence.attack.pgd.white.scarce": (
        "PGD, smaller pair (circles: single seeds; band: mean ± SD)",
        "PGD, 작은 모델 쌍 (동그라미: 시드 하나, 띠: 평균 ± 표준편차)",
    ),
    "evidence.attack.fgsm.white.scarce": (
        "FGSM, smaller pair (circles: single seeds; band: mean ± SD)",
        "FGSM, 작은 모델 쌍 (동그라미: 시드 하나, 띠: 평균 ± 표준편차)",
    ),
    "evidence.attack.pgd.black.sources": (
        "PGD, black box, by source",
        "PGD, 블랙박스, 출처 신경망별",
    ),
    "evidence.adversarial.passed.page": (
        "PGD, black box, the page's network over seeds, by source",
        "PGD, 블랙박스, 기본 신경망, 시드 기준, 출처 신경망별",
    ),
    "evidence.adversarial.passed.scarce": (
        "PGD, black box, smaller pair, by source",
        "PGD, 블랙박스, 작은 모델 쌍, 출처 신경망별",
    ),
    "evidence.attack.fgsm.black.sources": (
        "FGSM, black box, by source",
        "FGSM, 블랙박스, 출처 신경망별",
    ),
    "evidence.attack.ifgsm.black.sources": (
        "I-FGSM, black box, by source",
        "I-FGSM, 블랙박스, 출처 신경망별",
    ),
    "evidence.source.page-erm-seed1": (
        "large ERM network of another seed",
        "다른 시드의 큰 ERM 신경망",
    ),
    "evidence.source.cifar10-erm-seed1": (
        "large ERM network of another seed, trained shortly",
        "짧게 학습한 다른 시드의 큰 ERM 신경망",
    ),
    "evidence.source.small-erm": ("small ERM network", "작은 ERM 신경망"),
    "evidence.source.scarce-erm-seed0": (
        "small ERM network, a fifth of the images",
        "이미지 5분의 1로 학습한 작은 ERM 신경망",
    ),
    "evidence.source.small-mixup-1": ("small mixup network", "작은 mixup 신경망"),
    "evidence.legend.source-0": (
        "attacks from a large ERM network",
        "큰 ERM 신경망에서 만든 공격",
    ),
    "evidence.legend.source-1": ("from a small one", "작은 신경망"),
    "evidence.legend.source-2": ("from a small one, few images", "이미지가 적은 작은 신경망"),
    "evidence.legend.source-3": ("from a small mixup network", "작은 mixup 신경망"),
    "evidence.adversarial.says.seeds": (
        "{where}, {attack}, {budget}/255: accuracy {erm_kept} % with ERM, {mixup_kept} % with mixup; "
        "difference {difference} points (95 % interval {seeds_low} to {seeds_high}, n = {n} seeds): "
        "{verdict}.",
        "{where}, {attack}, {budget}/255: 정확도 ERM {erm_kept} %, mixup {mixup_kept} %, 차이 {difference} "
        "%p(95 % 구간 {seeds_low} ~ {seeds_high}, 시드 n = {n}): {verdict}.",
    ),
    "evidence.adversarial.says.left": (
        "{where}: at {budget}/255 the ratio of accuracies, mixup over ERM, is {one_step} under FGSM "
        "(95 % interval over seeds {one_step_interval}; by seed {one_step_seeds}) and {many} under PGD "
        "({many_interval}; {many_seeds}). At {larger}/255 FGSM says "
        "{beyond} ({beyond_interval}), while PGD leaves {erm_kept} % with ERM and {mixup_kept} % with mixup.",
        "{where}: {budget}/255에서 ERM 대비 mixup의 정확도 비율은 FGSM에서 {one_step}(시드에 대한 95 % 구간 {one_step_interval}, 시드별 {one_step_seeds}), PGD에서 "
        "{many}({many_interval}, {many_seeds})입니다. {larger}/255에서 FGSM의 비율은 {beyond}({beyond_interval})이지만 PGD에서는 ERM {erm_kept} %, mixup "
        "{mixup_kept} %만 남습니다.",
    ),
    "evidence.adversarial.says.further": (
        "Black box from another, smaller source ({where}, {epochs} epochs, error {error} % on these "
        "images): the ratio at {budgets}/255 is {fgsm} under FGSM and {ifgsm} under I-FGSM.",
        "더 작은 다른 신경망에서 만든 블랙박스 이미지({where}, {epochs}에폭, 이 이미지들의 오차 {error} %): {budgets}/255에서 "
        "비율은 FGSM에서 각각 {fgsm}, I-FGSM에서 각각 {ifgsm}입니다.",
    ),
    "evidence.adversarial.says.transfer": (
        "Over all {count} sources, both attacks and all budgets, {total} comparisons (95 % "
        "intervals, n = {n} test images): {better} favour mixup, {worse} favour ERM, {open} are "
        "open: {verdict}.",
        "출처 신경망 {count}개, 두 공격, 모든 섭동 크기를 합한 비교 {total}개(95 % 구간, 테스트 이미지 n = {n}) 중 {better}개는 "
        "mixup에, {worse}개는 ERM에 유리하고 {open}개는 판단할 수 없습니다: {verdict}.",
    ),
    "evidence.adversarial.says.pgd-source": (
        "PGD of another network ({where}, {epochs} epochs, error {error} % on these images): "
        "accuracy at {budgets}/255 is {erm} % with ERM and {mixup} % with mixup.",
        "다른 신경망의 PGD({where}, {epochs}에폭, 이 이미지들의 오차 {error} %): {budgets}/255에서 정확도는 ERM이 각각 "
        "{erm} %, mixup이 각각 {mixup} %입니다.",
    ),
    "evidence.adversarial.says.pgd-transfer": (
        "PGD of {count} other networks, {restarts} tries an image: over images (n = {n}), {better} "
        "of {total} comparisons of accuracy favour mixup, {worse} ERM, {open} are open; over "
        "{seeds} seeds of the smaller pair, {seeds_better} of {seeds_total} favour mixup, "
        "{seeds_worse} ERM, {seeds_open} are open (each Holm-corrected).{page} Together: {verdict}.",
        "다른 신경망 {count}개의 PGD, 이미지당 {restarts}번 시도: 이미지에 대해서는(n = {n}) 정확도 비교 {total}개 중 {better}개가 "
        "mixup에, {worse}개가 ERM에 유리하고 {open}개는 판단할 수 없습니다. 작은 모델 쌍의 시드 {seeds}개에 대해서는 {seeds_total}개 중 "
        "{seeds_better}개가 mixup에, {seeds_worse}개가 ERM에 유리하고 {seeds_open}개는 판단할 수 없습니다(각각 Holm 보정).{page} 종합: {verdict}.",
    ),
    "evidence.adversarial.says.ratio": (
        "{attack}, {budget}/255: mixup keeps {ratio} times ERM's accuracy (95 % interval {low} to "
        "{high}, n = {n} test images): {verdict}. The paper's ratio on ImageNet, {network}: {paper}.",
        "{attack}, {budget}/255: mixup의 정확도는 ERM의 {ratio}배입니다(95 % 구간 {low} ~ {high}, 테스트 이미지 n = {n}): "
        "{verdict}. 논문의 ImageNet, {network} 비율은 {paper}입니다.",
    ),
    "evidence.adversarial.says.masked": (
        "{attack}, {budget}/255: mixup keeps {ratio} times ERM's accuracy (95 % interval {low} to "
        "{high}, n = {n} test images), mostly by gradient masking: PGD at {strong}/255 leaves "
        "{erm_kept} % with ERM and {mixup_kept} % with mixup. The paper's FGSM ratio on ImageNet, "
        "{network}: {paper}.",
        "{attack}, {budget}/255: mixup의 정확도는 ERM의 {ratio}배이지만(95 % 구간 {low} ~ {high}, 테스트 이미지 n = {n}) "
        "대부분 기울기 마스킹입니다. {strong}/255 PGD에서는 ERM {erm_kept} %, mixup {mixup_kept} %만 남습니다. 논문의 "
        "ImageNet, {network} FGSM 비율은 {paper}입니다.",
    ),
    "evidence.adversarial.says.ours": (
        "{attack}, {budget}/255: mixup keeps {ratio} times ERM's accuracy (95 % interval {low} to "
        "{high}, n = {n} test images): {verdict}.",
        "{attack}, {budget}/255: mixup의 정확도는 ERM의 {ratio}배입니다(95 % 구간 {low} ~ {high}, 테스트 이미지 n = {n}): "
        "{verdict}.",
    ),
    "evidence.adversarial.says.nothing-left": (
        "{attack}, {budget}/255: ERM gets {erm} % and mixup {mixup} % right, too few for a ratio. In "
        "the paper (ImageNet, {network}) it is {paper_erm} % and {paper_mixup} %{reported}.",
        "{attack}, {budget}/255: ERM은 {erm} %, mixup은 {mixup} %만 맞혀 비율이 의미가 없습니다. 논문(ImageNet, "
        "{network})에서는 {paper_erm} %와 {paper_mixup} %입니다{reported}.",
    ),
    "evidence.adversarial.says.source": (
        "The black-box images were made with an ERM network trained for {source} epochs; the two "
        "attacked networks had {epochs}.",
        "블랙박스 이미지는 {source}에폭 학습한 ERM 신경망으로 만들었고, 공격받는 두 신경망은 {epochs}에폭 학습했습니다.",
    ),
    "evidence.adversarial.says.budgets": (
        "{attack}: accuracy of mixup over ERM's is {ratios} at {budgets}/255. By their 95 % "
        "intervals (n = {n} test images), {better} of {total} favour mixup and {worse} ERM: {verdict}.",
        "{attack}: ERM 대비 mixup의 정확도 비율은 {budgets}/255에서 각각 {ratios}입니다. 95 % 구간(테스트 이미지 n = "
        "{n}) {total}개 중 {better}개는 mixup에, {worse}개는 ERM에 유리합니다: {verdict}.",
    ),
}

TEXTS = filled(TEXTS)
