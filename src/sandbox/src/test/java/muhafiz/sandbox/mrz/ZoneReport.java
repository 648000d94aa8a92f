package muhafiz.sandbox.mrz;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How surely zones are read from pictures: prints a table by resolution and by what was done to the page; {@code MUHAFIZ_BENCH_PAGES} pages of
 * each, 40 where it is not said.
 */
public final class ZoneReport {
    private static final List<Integer> RESOLUTIONS = List.of(100, 150, 200, 300, 600);

    private static final List<Sort> SORTS = List.of(
            new Sort("as scanned", zone -> zone),
            new Sort("turned by up to 5 degrees", zone -> zone.turned(zone.somewhere(5))),
            new Sort("upside down or on its side", zone -> zone.turned(zone.quarter() + zone.somewhere(2))),
            new Sort("noise of deviation 20", zone -> zone.noisy(20)),
            new Sort("blurred by 0.25 mm", zone -> zone.blurred(0.25)),
            new Sort(
                    "photographed",
                    zone -> zone.photographed(0.08)
                            .turned(zone.somewhere(3))
                            .noisy(6)
                            .blurred(0.15)));

    private ZoneReport() {}

    private record Sort(String name, UnaryOperator<DrawnZone> done) {}

    /** Prints the table. @throws IOException never, as all is drawn in memory */
    public static void main(String[] arguments) throws IOException {
        int pages = Integer.parseInt(System.getenv().getOrDefault("MUHAFIZ_BENCH_PAGES", "40"));
        System.out.println(
                "| page | dpi | all right | lines right | check digits hold | of these wrong, at most sure by | least sure | ms |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Sort sort : SORTS) {
            for (int dpi : RESOLUTIONS) {
                System.out.println(new Row(sort, dpi).measured(pages));
            }
        }
    }

    private static final class Row {
        private final Sort sort;
        private final int dpi;
        private int right;
        private int lines;
        private int sound;
        private int wrong;
        private int mostSureOfWrong;
        private int leastSure = 100;
        private long nanos;

        Row(Sort sort, int dpi) {
            this.sort = sort;
            this.dpi = dpi;
        }

        String measured(int pages) throws IOException {
            Passports passports = new Passports(dpi);
            for (int page = 0; page < pages; page++) {
                List<String> drawn = passports.next();
                BufferedImage picture = sort.done()
                        .apply(DrawnZone.of(drawn, dpi, page, "OCRB.otf"))
                        .picture();
                long begun = System.nanoTime();
                Optional<ZoneReader.Found> read = ZoneReader.read(picture);
                nanos += System.nanoTime() - begun;
                read.ifPresent(found -> count(drawn, found));
            }
            return "| %s | %d | %d of %d | %d of %d | %d | %d, %d | %d | %d |"
                    .formatted(
                            sort.name(),
                            dpi,
                            right,
                            pages,
                            lines,
                            2 * pages,
                            sound,
                            wrong,
                            mostSureOfWrong,
                            leastSure,
                            nanos / 1_000_000 / pages);
        }

        private void count(List<String> drawn, ZoneReader.Found found) {
            boolean isRight = found.zone().lines().equals(drawn);
            right += isRight ? 1 : 0;
            for (int i = 0; i < drawn.size(); i++) {
                lines += i < found.zone().lines().size()
                                && found.zone().lines().get(i).equals(drawn.get(i))
                        ? 1
                        : 0;
            }
            if (found.zone().failing().isEmpty()) {
                sound++;
                leastSure = Math.min(leastSure, found.confidence());
                if (!isRight) {
                    wrong++;
                    mostSureOfWrong = Math.max(mostSureOfWrong, found.confidence());
                }
            }
        }
    }
}
