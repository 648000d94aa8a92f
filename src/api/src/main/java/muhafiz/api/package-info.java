/**
 * HTTP for portal, agencies and officers' systems.
 *
 * <p>A call goes through {@link muhafiz.api.access.Entrance} (operation id, common headers, door, writes from other sites), then
 * {@link muhafiz.api.access.WhoAsks} (account or access code, else 401), then to one resource per noun. A resource translates and
 * nothing else: it reads the form strictly, calls one use case of {@code muhafiz.service}, and maps the answer. Every refusal, from
 * whichever floor and from the container itself, leaves as one shape, {@link muhafiz.api.problem.Problem} (RFC 9457).
 *
 * <p>Bodies of documents pass as streams and are held nowhere. {@code META-INF/openapi.yaml} is the contract as published;
 * {@code ContractTest} keeps resources and document equal.
 */
@NullMarked
package muhafiz.api;

import org.jspecify.annotations.NullMarked;
