package muhafiz.domain.document;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a document's state in its column under its code. */
@Converter(autoApply = true)
public class DocumentStateCode implements AttributeConverter<DocumentState, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable DocumentState state) {
        return state == null ? null : state.code();
    }

    @Override
    public @Nullable DocumentState convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : DocumentState.ofCode(code);
    }
}
