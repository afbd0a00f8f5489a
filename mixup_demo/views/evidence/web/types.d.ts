/** What the Evidence view is told, and what its live attack asks and is answered. */

import type { BarRow, Claim, Ended, Figure, ModelPayload, PanelContent, Refusal, Says, Source } from "../../../page/web/contract.js";

/** The summary, and all panels. */
export interface Evidence {
  counts: Says;
  claims: Claim[];
  panels: PanelContent[];
  limits: PanelContent;
}

/** A picture, its class where the visitor has chosen it, and how it is attacked. */
export interface AttackRequest {
  image: Source;
  label: string | null;
  attack: string;
  source: string;
  pair: string;
  device: string;
  /** of which the answer holds the pixels, in 1/255 */
  epsilon: number;
  /** who asks: a newer question of the same ends the older one */
  visitor: string;
  turn: number;
}

/** RGB bytes as base64: the attacked picture, and the change, amplified about mid grey. */
export interface BudgetPixels {
  shown: string;
  perturbation: string;
}

/** Lists have a value a budget; `labels` has one label. */
export interface AttackPayload extends ModelPayload {
  /** budgets, rising */
  epsilons: number[];
  bars: BarRow[];
  /** the smallest budget at which a model is wrong, null where it never is, by the model's key */
  falls: Record<string, number | null>;
  amplification: string;
  figure: Figure;
  /** by the models' keys: at the budget that was asked for */
  pixels?: Record<string, BudgetPixels>;
  /** or, of small pictures, at every budget */
  pixels_all?: Record<string, { shown: string[]; perturbation: string[] }>;
}

declare module "../../../page/web/contract.js" {
  interface Server {
    attack(request: AttackRequest): Promise<AttackPayload | Refusal | Ended>;
    attack_pixels(
      request: AttackRequest,
    ): Promise<{ epsilon: number; pixels: Record<string, BudgetPixels>; amplification: string } | Refusal | Ended>;
  }
}
