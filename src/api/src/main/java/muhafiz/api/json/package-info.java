/**
 * JSON, read strictly and written plainly.
 *
 * <p>{@link muhafiz.api.json.JsonBody} reads a body that is bounded, well-formed UTF-8 and without doubled names;
 * {@link muhafiz.api.json.Members} has no member that nobody asked for, and gives each by its type. A refusal names the member, never
 * its value. Answers are records that say their own {@link muhafiz.api.json.Shape}.
 */
@NullMarked
package muhafiz.api.json;

import org.jspecify.annotations.NullMarked;
