package muhafiz.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import muhafiz.domain.policy.Names;
import muhafiz.proof.paper.DestructionAct;
import muhafiz.proof.paper.DestructionAct.Taken;

/**
 * An act of destruction as PDF/A-3b: for people in Azerbaijani, English and Russian, with the signed act attached as {@code act.json}. The
 * log's proof changes with the log and is not in it: it comes with the act as JSON.
 */
public final class PrintedAct {
    private static final List<String> LANGUAGES = List.of("az", "en", "ru");
    private static final String ATTACHED = "act.json";
    private static final float LARGE = 16;
    private static final float HEADING = 11;
    private static final float USUAL = 9;
    private static final float SMALL = 7.5f;
    private static final float APART = 10;

    private final DestructionAct.Signed signed;
    private final Function<String, Names> classes;

    private PrintedAct(DestructionAct.Signed signed, Function<String, Names> classes) {
        this.signed = signed;
        this.classes = classes;
    }

    /**
     * Prints it; the same act and names are the same bytes.
     *
     * @param classes what the policy calls a class, by its id
     */
    public static byte[] of(DestructionAct.Signed signed, Function<String, Names> classes) {
        try {
            return new PrintedAct(signed, classes).print();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory can always be written", e);
        }
    }

    private byte[] print() throws IOException {
        DestructionAct act = signed.act();
        String title = LANGUAGES.stream().map(Wording.TITLE::in).collect(Collectors.joining(" · "));
        try (ArchivalPdf pdf = new ArchivalPdf(act.frozen().disposition(), lastStep(), title)) {
            try (Sheets sheets = new Sheets(pdf, act.frozen().disposition().toString())) {
                sheets.title(title, LARGE);
                for (String language : LANGUAGES) {
                    summary(sheets, language);
                }
                items(sheets);
            }
            String json = new DestructionAct.Signed(act, signed.note(), Optional.empty())
                    .json()
                    .toString();
            pdf.attach(ATTACHED, "application/json", json.getBytes(StandardCharsets.UTF_8));
            return pdf.bytes();
        }
    }

    private Instant lastStep() {
        return signed.act().steps().stream()
                .map(DestructionAct.Step::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private void summary(Sheets sheets, String language) throws IOException {
        DestructionAct act = signed.act();
        long transferred = act.items().stream().filter(Taken::isTransferred).count();
        sheets.gap(APART);
        sheets.language(language);
        sheets.heading(Wording.TITLE.in(language), HEADING);
        sheets.text(
                Wording.LIST.in(
                        language, act.frozen().disposition(), act.frozen().asOf()),
                USUAL);
        sheets.text(Wording.DIGEST.in(language, act.frozen().digest()), USUAL);
        sheets.text(Wording.COUNT.in(language, act.items().size(), transferred), USUAL);
        sheets.text(Wording.NOBODY.in(language), USUAL);
        sheets.text(Wording.SIGNED.in(language, act.digest()), USUAL);
        sheets.text(Wording.STEPS.in(language) + ":", USUAL);
        for (DestructionAct.Step step : act.steps()) {
            sheets.text(
                    "– " + Wording.of(step.what(), language) + ": " + Wording.of(step.by(), language) + ", "
                            + step.at(),
                    USUAL);
        }
        sheets.text(Wording.CLASSES.in(language) + ":", USUAL);
        var counted = act.items().stream()
                .collect(Collectors.groupingBy(
                        taken -> taken.item().recordClass(), TreeMap::new, Collectors.counting()));
        for (var one : counted.entrySet()) {
            String name = classes.apply(one.getKey()).in(language);
            sheets.text("– " + one.getKey() + " (" + name + "): " + one.getValue(), USUAL);
        }
    }

    private void items(Sheets sheets) throws IOException {
        sheets.gap(APART);
        for (String language : LANGUAGES) {
            sheets.language(language);
            sheets.text(Wording.ITEMS.in(language) + ". " + Wording.LEGEND.in(language), SMALL);
        }
        sheets.gap(APART);
        sheets.language("en");
        int number = 0;
        for (Taken taken : signed.act().items()) {
            number++;
            var item = taken.item();
            String done = taken.isTransferred() ? "transferred" : "destroyed";
            sheets.lines(
                    SMALL,
                    String.join(
                            " · ",
                            number + ". " + item.kind(),
                            item.id().toString(),
                            item.recordClass(),
                            item.rule(),
                            item.end().toString(),
                            done),
                    item.ciphertext().orElse("–"),
                    item.key() + " · " + taken.order());
        }
    }
}
