package muhafiz.domain.casefile;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a case's state in its column under the policy's own code. */
@Converter(autoApply = true)
public class CaseStateCode implements AttributeConverter<CaseState, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable CaseState state) {
        return state == null ? null : state.code();
    }

    @Override
    public @Nullable CaseState convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : CaseState.ofCode(code);
    }
}
