"""GANs in two dimensions: targets, measures, charts, what the seeds say, errors."""

from mixup_demo.texts.paper import filled

TEXTS: dict[str, tuple[str, str]] = {
    "gan.title": ("GAN training, with and without mixup", "GAN 학습: mixup을 쓸 때와 쓰지 않을 때"),
    "gan.help": (
        "A generator turns random numbers into points, and a discriminator tells these from real "
        "ones. With mixup the discriminator sees mixtures of a real and a generated point, λ x + "
        "(1 − λ) G(z), and learns to predict λ; the authors report that this stabilises training "
        "(section 3.7).",
        "생성자는 난수를 점으로 바꾸고, 판별자는 생성된 점과 실제 점을 구별합니다. mixup에서는 "
        "판별자가 실제 점과 생성된 점을 섞은 λ x + (1 − λ) G(z)를 입력받아 λ를 예측하도록 "
        "학습합니다. 저자들은 이렇게 하면 학습이 안정된다고 보고합니다(3.7절).",
    ),
    "gan.run": ("Run", "학습 방식"),
    "gan.run.bundled": ("bundled, 512 units", "미리 학습(유닛 512개)"),
    "gan.run.live": ("train a smaller one now", "작은 GAN을 지금 학습"),
    "gan.data": ("Target", "목표 분포"),
    "gan.data.ring": ("8 Gaussians on a ring", "고리 위의 가우시안 8개"),
    "gan.data.grid": ("25 Gaussians on a grid", "격자 위의 가우시안 25개"),
    "gan.data.swiss": ("swiss roll", "스위스 롤"),
    "gan.alpha": ("α of mixup (0: none)", "mixup의 α (0: 사용 안 함)"),
    "gan.seed": ("Seed", "시드"),
    "gan.run.help": (
        "Bundled runs, with several seeds, play at once. A live one is smaller and trains while "
        "you wait, next to the plain GAN.",
        "미리 학습한 GAN은 시드별로 준비되어 바로 재생됩니다. 직접 학습하는 GAN은 더 작으며, "
        "기본 GAN과 나란히 지금 학습합니다.",
    ),
    "gan.data.help": (
        "The distribution that the generator should learn.",
        "생성자가 학습할 분포입니다.",
    ),
    "gan.alpha.help": (
        "Each pair of a real and a generated point draws λ from Beta(α, α). The paper uses "
        "{papers_gan_alpha}.",
        "실제 점과 생성된 점의 쌍마다 λ를 Beta(α, α)에서 뽑습니다. 논문은 {papers_gan_alpha}를 사용합니다.",
    ),
    "gan.seed.help": (
        "For weights, points and λ; bundled runs offer a few.",
        "가중치, 점, λ의 시드입니다. 미리 학습한 GAN에는 시드가 몇 개만 있습니다.",
    ),
    "gan.loss": ("Generator loss", "생성자 손실"),
    "gan.loss.help": (
        "What the generator minimises: log(1 − D), as in the paper's equation (minimax), or −log "
        "D, the usual remedy for its vanishing gradient (non-saturating).",
        "생성자가 최소화하는 값입니다. 논문의 식은 log(1 − D)(미니맥스)이며, 기울기 소실을 "
        "피하려고 흔히 −log D(비포화)를 사용합니다.",
    ),
    "gan.fairness": (
        "What a few seeds show is no proof. The other settings were chosen in pilots of the plain GAN "
        "with the non-saturating loss, while minimax, the paper's loss, opens this panel: with it the "
        "plain GAN starts at a disadvantage that other settings might remove. Compare both losses.",
        "시드 몇 개의 결과는 증명이 아닙니다. 나머지 설정은 기본 GAN을 비포화 손실로 시험해 정했는데, 이 패널은 논문의 손실인 "
        "미니맥스로 열립니다. 그래서 기본 GAN이 불리하며, 설정을 바꾸면 달라질 수 있습니다. 두 손실을 모두 비교해 주세요.",
    ),
    "gan.loss.minimax": (
        "minimax, log\u00a0(1\u00a0−\u00a0D)",
        "미니맥스, log\u00a0(1\u00a0−\u00a0D)",
    ),
    "gan.loss.nonsaturating": ("non-saturating, −log D", "비포화, −log D"),
    "gan.latent.help": (
        "How many random numbers the generator turns into one point.",
        "생성자가 점 하나를 만드는 데 사용하는 난수의 개수입니다.",
    ),
    "gan.critic.help": (
        "How many steps the discriminator takes before each generator step; the paper uses "
        "{papers_gan_steps}.",
        "생성자 1스텝마다 판별자가 먼저 학습하는 스텝 수입니다. 논문은 {papers_gan_steps}를 사용합니다.",
    ),
    "gan.width.help": (
        "In each of the three hidden layers; the paper uses {papers_gan_width}.",
        "세 은닉층 각각의 유닛 수입니다. 논문은 {papers_gan_width}를 사용합니다.",
    ),
    "gan.steps.help": ("Generator steps.", "생성자의 스텝 수입니다."),
    "gan.said": (
        "{modes} of {total} modes, {quality} high quality",
        "모드 {total}개 중 {modes}개, 고품질 {quality}",
    ),
    "gan.said.curve": (
        "{modes} of {total} parts, {quality} high quality",
        "구간 {total}개 중 {modes}개, 고품질 {quality}",
    ),
    "gan.outside": (
        "{count} of {all} plotted points off the map",
        "표시할 점 {all}개 중 {count}개가 지도 밖",
    ),
    "gan.chart.alt": (
        "Modes covered and share of high-quality samples over the iterations, plain GAN and GAN "
        "with mixup; the table below holds the final values.",
        "반복에 따른 포착한 모드 수와 고품질 표본의 비율을 기본 GAN과 mixup에 대해 그린 차트. "
        "최종값은 아래 표에 있습니다.",
    ),
    "gan.setting": (
        "{iterations} iterations, each of {critic} discriminator steps and one generator step; "
        "batch size {batch}, {latent} latent dimensions, three hidden layers of {width} ReLU "
        "units, Adam with learning rate {rate}, loss: {loss}.",
        "반복 {iterations}회(매회 판별자 {critic}스텝, 생성자 1스텝), 배치 크기 {batch}, 잠재 "
        "벡터 {latent}차원, ReLU 유닛 {width}개의 은닉층 3개, Adam(학습률 {rate}), 손실: {loss}.",
    ),
    "gan.latent": ("Latent dimensions", "잠재 벡터의 차원"),
    "gan.critic": ("Discriminator steps per generator step", "생성자 1스텝당 판별자 스텝 수"),
    "gan.width": ("Units per layer", "층별 유닛 수"),
    "gan.steps": ("Iterations", "반복 횟수"),
    "gan.progress": ("iteration {iteration} of {iterations}", "반복 {iteration} / {iterations}"),
    "gan.iteration": ("iteration", "반복"),
    "gan.plain": ("Plain GAN", "기본 GAN"),
    "gan.with": ("GAN with mixup", "mixup을 적용한 GAN"),
    "gan.mixup": ("With mixup, α = {alpha}", "mixup, α = {alpha}"),
    "gan.samples": ("generated", "생성된 점"),
    "gan.real": ("real", "실제 점"),
    "gan.surface": (
        "shading: the discriminator's probability that a point is real",
        "음영: 판별자가 예측한, 점이 실제일 확률",
    ),
    "gan.axis.iterations": ("generator steps (log scale)", "생성자 스텝 수(로그 눈금)"),
    "gan.measure.modes": ("Modes covered", "포착한 모드"),
    "gan.measure.modes.help": (
        "A mode is covered if it is the nearest one to at least one high-quality sample out of "
        "2,500 (VEEGAN, Srivastava et al. 2017).",
        "표본 2,500개 중 고품질 표본이 하나라도 그 모드에 가장 가까우면 포착한 것으로 "
        "셉니다(VEEGAN, Srivastava 외 2017).",
    ),
    "gan.measure.quality": ("High-quality samples", "고품질 표본"),
    "gan.measure.quality.help": (
        "The share of 2,500 samples within three standard deviations of a mode (VEEGAN, "
        "Srivastava et al. 2017). For real points it is 98.9\u00a0%.",
        "표본 2,500개 중 어느 모드에서 표준편차의 3배 이내에 있는 표본의 비율입니다(VEEGAN, "
        "Srivastava 외 2017). 실제 점에서는 98.9\u00a0%입니다.",
    ),
    "gan.measure.swiss.help": (
        "The swiss roll has no modes, so the definition is ours: a sample is of high quality "
        "within three standard deviations of the curve, and of 25 equally likely parts of the "
        "curve, one is covered if it is the nearest to such a sample.",
        "스위스 롤에는 모드가 없어 따로 정의했습니다. 곡선에서 표준편차의 3배 이내에 있으면 "
        "고품질 표본이고, 확률이 같은 25개 구간 중 그런 표본에 가장 가까운 구간을 포착한 것으로 "
        "셉니다.",
    ),
    "gan.legend.live": ("this training", "이번 학습"),
    "gan.band": (
        "Lines: mean over {n} seeds; bands: lowest to highest seed. Thin lines: this training.",
        "선: 시드 {n}개의 평균, 띠: 시드의 최솟값에서 최댓값까지. 가는 선: 이번 학습.",
    ),
    "gan.band.alone": ("One seed. Thin lines: this training.", "시드 1개. 가는 선: 이번 학습."),
    "gan.table": (
        "At the end of training, mean ± standard deviation over seeds",
        "학습 종료 시점의 값(시드 평균 ± 표준편차)",
    ),
    "gan.column.alpha": ("α", "α"),
    "gan.column.modes": ("modes covered", "포착한 모드"),
    "gan.column.quality": ("high quality, %", "고품질, %"),
    "gan.column.n": ("seeds", "시드 수"),
    "gan.says.bundled": (
        "What follows, and the table, is of the bundled GANs, not of this training:",
        "아래 내용과 표는 이번 학습이 아니라 미리 학습해 둔 GAN의 결과입니다.",
    ),
    "gan.says.modes": (
        "Modes covered at the end, of {modes}: plain {plain}, mixup (α = {alpha}) {mixup}. "
        "Difference {difference} (95 % interval over {n} seeds {low} to {high}); this comparison alone: {verdict}.",
        "학습 종료 시점에 포착한 모드({modes}개 중): 기본 GAN {plain}, mixup(α = {alpha}) {mixup}. "
        "차이 {difference}(시드 {n}개의 95 % 구간 {low} ~ {high}), 이 비교만 보면: {verdict}.",
    ),
    "gan.says.modes.alone": (
        "Modes covered at the end, of {modes}: plain {plain}, mixup (α = {alpha}) {mixup}: "
        "inconclusive ({n} seeds).",
        "학습 종료 시점에 포착한 모드({modes}개 중): 기본 GAN {plain}, mixup(α = {alpha}) {mixup}: 판단할 수 없습니다(시드 "
        "{n}개).",
    ),
    "gan.says.quality": (
        "High-quality samples at the end: plain {plain} %, mixup (α = {alpha}) {mixup} %. "
        "Difference {difference} points (95 % interval over {n} seeds {low} to {high}); "
        "this comparison alone: {verdict}.",
        "학습 종료 시점의 고품질 표본: 기본 GAN {plain} %, mixup(α = {alpha}) {mixup} %. 차이 "
        "{difference} %p(시드 {n}개의 95 % 구간 {low} ~ {high}), 이 비교만 보면: {verdict}.",
    ),
    "gan.says.quality.alone": (
        "High-quality samples at the end: plain {plain} %, mixup (α = {alpha}) {mixup} %: "
        "inconclusive ({n} seeds).",
        "학습 종료 시점의 고품질 표본: 기본 GAN {plain} %, mixup(α = {alpha}) {mixup} %: 판단할 수 없습니다(시드 {n}개).",
    ),
    "gan.says.longer": (
        "The same trained longer, for {steps} steps of the generator, as in the paper:",
        "논문처럼 생성자를 {steps}스텝까지 더 오래 학습하면:",
    ),
    "gan.says.failed": (
        "Failed runs (under {limit} % high-quality samples): {runs}.",
        "실패한 학습(고품질 표본 {limit} % 미만): {runs}.",
    ),
    "gan.says.none-failed": (
        "No run failed (under {limit} % high-quality samples).",
        "실패한 학습(고품질 표본 {limit} % 미만)은 없습니다.",
    ),
}

TEXTS = filled(TEXTS)
