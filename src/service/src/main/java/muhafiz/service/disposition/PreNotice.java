package muhafiz.service.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a unit was told: a file of its own ends soon.
 *
 * @param number of the application
 * @param rule such as RC-REG:overstay
 * @param endsOn the first day on which it may be disposed of
 * @param toldAt when the notice was written
 */
public record PreNotice(UUID id, String number, String unit, String rule, LocalDate endsOn, Instant toldAt) {}
