package muhafiz.domain.policy.text;

import java.time.Period;
import muhafiz.domain.calendar.TimeLimit;
import muhafiz.domain.policy.Disposal;
import muhafiz.domain.policy.Mark;
import muhafiz.domain.policy.Names;

/** Says values in one language: periods with their plurals, ends, marks. */
record Speech(Language language) {

    String of(Names names) {
        return names.in(language.tag());
    }

    String say(Phrase phrase, Object... values) {
        return phrase.in(language, values);
    }

    String of(Period period) {
        if (period.isZero()) {
            return say(Phrase.AT_ONCE);
        }
        if (period.getYears() > 0) {
            return counted(period.getYears(), "il", "year", "years", "год", "года", "лет");
        }
        return period.getMonths() > 0
                ? counted(period.getMonths(), "ay", "month", "months", "месяц", "месяца", "месяцев")
                : counted(period.getDays(), "gün", "day", "days", "день", "дня", "дней");
    }

    String of(TimeLimit limit) {
        if (limit instanceof TimeLimit.WorkingDays) {
            return counted(
                    limit.count(),
                    "iş günü",
                    "working day",
                    "working days",
                    "рабочий день",
                    "рабочих дня",
                    "рабочих дней");
        }
        return of(limit instanceof TimeLimit.Months ? Period.ofMonths(limit.count()) : Period.ofDays(limit.count()));
    }

    String of(Disposal disposal) {
        return switch (disposal) {
            case SHRED -> choose("məhv edilir", "destroyed", "уничтожается");
            case ARCHIVE ->
                choose(
                        "Milli Arxiv Fonduna verilir, sonra məhv edilir",
                        "transferred to the National Archive, then destroyed",
                        "передаётся в Национальный архив, затем уничтожается");
            case REVIEW -> choose("baxılır", "reviewed", "пересматривается");
            case ANONYMISE -> choose("anonimləşdirilir", "anonymised", "обезличивается");
            case KEEP -> choose("saxlanılır", "kept", "хранится");
        };
    }

    /** In square brackets, so that it is told from the value. */
    String of(Mark mark) {
        return switch (mark) {
            case SOURCED -> choose("[rəsmi mənbə]", "[official source]", "[официальный источник]");
            case REPORTED -> choose("[məlumata görə]", "[as reported]", "[по сообщениям]");
            case UNOFFICIAL -> choose("[qeyri-rəsmi]", "[unofficial]", "[неофициально]");
            case ASSUMED ->
                choose("[ehtimal, təsdiq edilməyib]", "[assumed, not confirmed]", "[предположение, не подтверждено]");
        };
    }

    private String choose(String az, String en, String ru) {
        return switch (language) {
            case AZ -> az;
            case EN -> en;
            case RU -> ru;
        };
    }

    /** Azerbaijani counts without a plural, Russian with three forms. */
    private String counted(int count, String az, String one, String many, String ru1, String ru2, String ru5) {
        var word = switch (language) {
            case AZ -> az;
            case EN -> count == 1 ? one : many;
            case RU -> russian(count, ru1, ru2, ru5);
        };
        return count + " " + word;
    }

    private static String russian(int count, String one, String few, String many) {
        if (count % 100 / 10 == 1) {
            return many;
        }
        return switch (count % 10) {
            case 1 -> one;
            case 2, 3, 4 -> few;
            default -> many;
        };
    }
}
