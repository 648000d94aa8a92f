/**
 * Reading the log, and its end.
 *
 * <p>{@link muhafiz.service.audit.LogReading} shows entries by person, document, actor, operation and time to those whom the policy lets
 * read {@code RC-LOG}; of each entry the public part. Whom and what it concerned is shown by a {@link
 * muhafiz.service.audit.LogDecision} of the data-protection officer, who alone may make one; which account acted, only where the
 * decision says so. A decision is sealed under the log key of the person it is about, or, where it is about an account, under the
 * month's key: whoever does not name that person or account cannot use it, and it dies with them. Every page, every decision and every
 * refusal is itself an entry, for the persons who were asked about.
 *
 * <p>By person: the tags 1 … n of each year's key are looked up; a number without an entry is a gap, and named. By document: the entries
 * of the persons of its case are opened and filtered. By actor: the pseudonyms of the months whose keys are kept.
 *
 * <p>{@link muhafiz.service.audit.OwnReadings} is what the person may see, and its form for outsiders. {@link
 * muhafiz.service.audit.LogRetention} destroys the keys of details whose term has passed, and has their bytes struck out.
 *
 * <pre>{@code
 * LogPage page = reading.entries(caller, question, why);   // an entry, whatever comes of it
 * }</pre>
 */
@NullMarked
package muhafiz.service.audit;

import org.jspecify.annotations.NullMarked;
