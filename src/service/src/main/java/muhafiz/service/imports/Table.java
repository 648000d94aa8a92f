package muhafiz.service.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** A table of a bag: CSV (RFC 4180) in UTF-8, whose first line names its columns. */
final class Table {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private static final String MARK = "\uFEFF";

    private final Bag bag;
    private final String path;
    private final Predicate<String> columns;
    private final List<String> required;

    /** @param columns which there may be; {@code required} are among them */
    Table(Bag bag, String path, Predicate<String> columns, List<String> required) {
        this.bag = bag;
        this.path = path;
        this.columns = columns;
        this.required = required;
    }

    /** A line, by its columns; what is empty is left out. */
    record Line(int number, Map<String, String> cells) {
        Optional<String> cell(String column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /** One line of it. */
    interface Read {
        void line(Line line);
    }

    /** @throws BagFault where there is no such table, or it has other columns */
    void eachLine(Read read) throws IOException, BagFault {
        try (InputStream bytes = bag.open(path)) {
            Counted counted = new Counted(Manifest.text(bytes));
            try (CSVParser parser = FORMAT.parse(counted)) {
                Map<String, Integer> places = places(parser.getHeaderNames());
                for (CSVRecord record : parser) {
                    read.line(new Line(Math.toIntExact(record.getRecordNumber() + 1), cells(record, places)));
                    counted.anew();
                }
            }
        } catch (NoSuchFileException e) {
            throw new BagFault("table-missing", "there is no " + path);
        } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
            throw new BagFault("table-not-readable", path + " is no CSV in UTF-8 as RFC 4180 has it");
        }
    }

    private Map<String, Integer> places(List<String> header) throws BagFault {
        Map<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name =
                    i == 0 && header.get(0).startsWith(MARK) ? header.get(0).substring(1) : header.get(i);
            if (!columns.test(name)) {
                throw new BagFault("column-unknown", "column " + (i + 1) + " of " + path + " is none that there is");
            }
            places.put(name, i);
        }
        for (String name : required) {
            if (!places.containsKey(name)) {
                throw new BagFault("column-missing", path + " has no column " + name);
            }
        }
        return places;
    }

    private static Map<String, String> cells(CSVRecord record, Map<String, Integer> places) {
        Map<String, String> cells = new TreeMap<>();
        places.forEach((name, place) -> {
            String cell = place < record.size() ? record.get(place).strip() : "";
            if (!cell.isEmpty()) {
                cells.put(name, cell);
            }
        });
        return cells;
    }
}
