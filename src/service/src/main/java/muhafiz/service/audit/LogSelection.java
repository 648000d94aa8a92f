package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import muhafiz.proof.log.Inside;
import muhafiz.service.log.Actors;
import muhafiz.service.log.Found;
import muhafiz.service.log.FoundRows;
import muhafiz.service.log.LogFilter;
import muhafiz.service.log.LogLine;
import muhafiz.service.log.MonthKeys;
import muhafiz.service.log.PersonLog;

/** Reads what a question is about, once it may be read. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LogSelection {
    private final FoundRows rows;
    private final PersonLog persons;
    private final MonthKeys months;
    private final Actors.Names names;
    private final Covering covering;

    @Inject
    LogSelection(FoundRows rows, PersonLog persons, MonthKeys months, Actors.Names names, Covering covering) {
        this.rows = rows;
        this.persons = persons;
        this.months = months;
        this.names = names;
        this.covering = covering;
    }

    /** An entry that was chosen, opened where a person's key opened it. */
    private record Chosen(Found found, Optional<Inside> inside) {
        long seq() {
            return found.seq().orElseThrow();
        }
    }

    public LogPage of(LogQuestion question, Set<UUID> concerned, Optional<LogDecision> details) {
        List<LogPage.Gap> gaps = new ArrayList<>();
        List<Chosen> chosen = question.whom().isAnybody() ? everybodys(question) : personal(question, concerned, gaps);
        boolean isFull = chosen.size() == question.page().limit();
        return new LogPage(
                chosen.stream().map(one -> item(one, details)).toList(),
                isFull ? OptionalLong.of(chosen.get(chosen.size() - 1).seq()) : OptionalLong.empty(),
                gaps);
    }

    private List<Chosen> everybodys(LogQuestion question) {
        return rows.page(filter(question), after(question), question.page().limit()).stream()
                .map(found -> new Chosen(found, Optional.empty()))
                .toList();
    }

    private List<Chosen> personal(LogQuestion question, Set<UUID> concerned, List<LogPage.Gap> gaps) {
        List<Chosen> chosen = new ArrayList<>();
        for (UUID person : concerned) {
            for (PersonLog.Year year : persons.of(person)) {
                year.gaps().forEach(n -> gaps.add(new LogPage.Gap(year.year(), n)));
                year.entries().stream()
                        .filter(told -> isAsked(question, told))
                        .forEach(told -> chosen.add(new Chosen(told.found(), Optional.of(told.inside()))));
            }
        }
        LogFilter filter = filter(question);
        return chosen.stream()
                .filter(one -> filter.takes(one.found().leaf()))
                .sorted(Comparator.comparingLong(Chosen::seq))
                .limit(question.page().limit())
                .toList();
    }

    private static boolean isAsked(LogQuestion question, PersonLog.Told told) {
        Optional<UUID> document = question.whom().document();
        return told.found().seq().orElse(-1) > after(question)
                && (document.isEmpty() || told.inside().document().equals(document));
    }

    private static long after(LogQuestion question) {
        return question.page().after().orElse(-1);
    }

    private LogFilter filter(LogQuestion question) {
        return new LogFilter(
                question.actor().map(actor -> pseudonyms(actor, question)),
                question.operation(),
                question.from(),
                question.to());
    }

    private List<byte[]> pseudonyms(String actor, LogQuestion question) {
        return LogPages.isPseudonym(actor)
                ? List.of(HexFormat.of().parseHex(actor))
                : months.pseudonyms(actor, question.from(), question.to());
    }

    private LogPage.Item item(Chosen chosen, Optional<LogDecision> details) {
        LogLine line = LogLine.of(chosen.seq(), chosen.found().leaf());
        Optional<LogDecision> shows = details.filter(
                decision -> covering.covers(decision, chosen.found().leaf(), chosen.inside()));
        Optional<Inside> inside = shows.flatMap(
                decision -> chosen.inside().or(() -> months.open(chosen.found().leaf())));
        return new LogPage.Item(
                line,
                inside.map(LogPage.Details::of),
                shows.filter(LogDecision::names).flatMap(decision -> names.of(line.actor())));
    }
}
