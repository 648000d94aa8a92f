/**
 * JSON, read strictly and written plainly.
 *
 * <p>{@link muhafiz.api.json.JsonBody} reads a body that is bounded, well-formed UTF-8 and without doubled names;
 * {@link muhafiz.api.json.Members} takes its members one by one and refuses what nobody asked for. A refusal names the member, never
 * its value. Answers are records that say their own {@link muhafiz.api.json.Shape}.
 */
@NullMarked
package muhafiz.api.json;

import org.jspecify.annotations.NullMarked;
