import { type ComponentDefinition, parseComponents } from "@jessy-actions/coverage/components";
import { FORMATS, type FormatName } from "@jessy-actions/coverage/model";
import type { Decimal } from "@jessy-actions/kit/decimal";
import type { InputReader } from "@jessy-actions/kit/inputs";
