package muhafiz.service.casefile;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * An application as it is lodged; every code is the policy's own.
 *
 * @param service an e-service; exactly one of this and {@code recordClass} is given
 * @param recordClass the class of a file that the office opens itself
 * @param source where the data come from; the channel's origin where it is not said
 * @param term what was asked for, where the service has terms
 * @param feePaid in manat
 * @param arrivedOn the day the person entered the country
 * @param externalNumber what another system calls this case
 * @param arisesFrom the number of the case this one arises from
 * @param form what the person filled in
 */
public record NewCase(
        Optional<String> service,
        Optional<String> recordClass,
        String unit,
        String channel,
        Optional<String> source,
        Optional<Period> term,
        Optional<BigDecimal> feePaid,
        Optional<LocalDate> arrivedOn,
        Optional<String> language,
        Optional<String> externalNumber,
        Optional<String> arisesFrom,
        Optional<JsonObject> form,
        List<NewParty> parties) {}
