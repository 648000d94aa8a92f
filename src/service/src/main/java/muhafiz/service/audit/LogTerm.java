package muhafiz.service.audit;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

/** How long the details of entries are kept, from the end of the time their key is for. Pure. */
record LogTerm(Period keep) {
    LogTerm {
        if (keep.isZero() || keep.isNegative()) {
            throw new IllegalArgumentException("the log's term must be positive, was " + keep);
        }
    }

    /** The last year of whose entries every one has reached its term. */
    int lastYearEnded(LocalDate today) {
        int year = today.getYear();
        while (endOf(LocalDate.of(year + 1, 1, 1)).isAfter(today)) {
            year--;
        }
        return year;
    }

    /** The last month of whose entries every one has reached its term. */
    YearMonth lastMonthEnded(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        while (endOf(month.plusMonths(1).atDay(1)).isAfter(today)) {
            month = month.minusMonths(1);
        }
        return month;
    }

    private LocalDate endOf(LocalDate nextBegins) {
        return nextBegins.plus(keep);
    }
}
