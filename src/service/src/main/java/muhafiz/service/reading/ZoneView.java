package muhafiz.service.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muhafiz.inspect.mrz.Mrz;
import muhafiz.inspect.mrz.MrzField;
import muhafiz.service.zone.ReadZone;

/**
 * What a machine-readable zone says.
 *
 * @param format such as {@code TD3}
 * @param sex {@code F}, {@code M} or {@code X}
 * @param failing whose check digits do not hold: codes of {@link MrzField}
 * @param confidence in the least sure of its letters, 0 to 100
 * @param isSure whether a machine takes it at its word
 */
public record ZoneView(
        String format,
        List<String> lines,
        String documentCode,
        String issuer,
        String surname,
        String givenNames,
        String documentNumber,
        String nationality,
        Optional<LocalDate> birthDate,
        String sex,
        Optional<LocalDate> expiryDate,
        List<String> failing,
        int confidence,
        boolean isSure) {
    /** @param today by which two-digit years get their century */
    static ZoneView of(ReadZone read, LocalDate today) {
        Mrz zone = read.zone();
        return new ZoneView(
                zone.format().code(),
                zone.lines(),
                zone.documentCode(),
                zone.issuer(),
                zone.surname(),
                zone.givenNames(),
                zone.documentNumber(),
                zone.nationality(),
                zone.birthDate(today),
                zone.sex(),
                zone.expiryDate(today),
                zone.failing().stream().map(MrzField::code).toList(),
                read.confidence(),
                read.isSure());
    }
}
