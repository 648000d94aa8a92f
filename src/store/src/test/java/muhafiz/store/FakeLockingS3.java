package muhafiz.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers as the S3 API reference documents them, for one bucket with versions and object lock. Objects have no bytes. */
final class FakeLockingS3 implements AutoCloseable {
    private static final String NS = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    private static final String UNTIL = "RetainUntilDate";
    private static final int NO_CONTENT = 204;

    private final HttpServer server;
    private final Map<String, List<Kept>> objects = new TreeMap<>();
    private final List<String> unsigned = new ArrayList<>();
    private Optional<String> defaultMode = Optional.empty();

    /** One version; its lock's mode and end, or none. */
    static final class Kept {
        final String id;
        final boolean isMarker;
        Optional<String> mode = Optional.empty();
        String until = "";
        boolean isHeld;
        boolean isForbidden;

        Kept(String id, boolean isMarker) {
            this.id = id;
            this.isMarker = isMarker;
        }
    }

    FakeLockingS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    S3Settings destroyer() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new S3Settings(endpoint, "eu-test-1", "records", "destroyer", "secret", Waits.USUAL);
    }

    synchronized Kept version(String name, String id) {
        return add(name, new Kept(id, false));
    }

    synchronized void marker(String name, String id) {
        add(name, new Kept(id, true));
    }

    private Kept add(String name, Kept kept) {
        objects.computeIfAbsent(name, none -> new ArrayList<>()).add(kept);
        return kept;
    }

    synchronized void lockEverythingIn(String mode) {
        defaultMode = Optional.of(mode);
    }

    synchronized List<String> idsOf(String name) {
        return objects.getOrDefault(name, List.of()).stream()
                .map(kept -> kept.id)
                .toList();
    }

    /** Requests whose bypass was not under the signature. */
    synchronized List<String> unsigned() {
        return List.copyOf(unsigned);
    }

    private synchronized void answer(HttpExchange http) throws IOException {
        try (http) {
            String query =
                    Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
            Map<String, String> asked = parameters(query);
            String name = http.getRequestURI().getPath().replaceFirst("^/records/?", "");
            checkSignature(http);
            if (asked.containsKey("versioning")) {
                send(
                        http,
                        200,
                        "<VersioningConfiguration" + NS + "><Status>Enabled</Status></VersioningConfiguration>");
            } else if (asked.containsKey("versions")) {
                send(http, 200, versions(asked.get("prefix")));
            } else if (asked.containsKey("object-lock")) {
                defaultLock(http);
            } else {
                object(http, name, asked);
            }
        }
    }

    private void checkSignature(HttpExchange http) {
        String authorization = Optional.ofNullable(http.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        boolean bypasses = http.getRequestHeaders().containsKey("x-amz-bypass-governance-retention");
        if (!authorization.startsWith("AWS4-HMAC-SHA256 Credential=destroyer/")
                || (bypasses && !authorization.contains("x-amz-bypass-governance-retention"))) {
            unsigned.add(http.getRequestMethod() + " " + http.getRequestURI());
        }
    }

    private void object(HttpExchange http, String name, Map<String, String> asked) throws IOException {
        Optional<Kept> kept = objects.getOrDefault(name, List.of()).stream()
                .filter(one -> one.id.equals(asked.get("versionId")))
                .findFirst();
        if (kept.isEmpty()) {
            refuse(http, 404, "NoSuchVersion");
        } else if (asked.containsKey("retention")) {
            retention(http, kept.get());
        } else if (asked.containsKey("legal-hold")) {
            String status = kept.get().isHeld ? "ON" : "OFF";
            send(http, 200, "<LegalHold" + NS + "><Status>" + status + "</Status></LegalHold>");
        } else {
            delete(http, name, kept.get());
        }
    }

    private void delete(HttpExchange http, String name, Kept kept) throws IOException {
        boolean bypasses = "true".equals(http.getRequestHeaders().getFirst("x-amz-bypass-governance-retention"));
        boolean locked = kept.isHeld
                || kept.isForbidden
                || kept.mode
                        .filter(mode -> mode.equals("COMPLIANCE") || !bypasses)
                        .isPresent();
        if (locked) {
            refuse(http, 403, "AccessDenied");
            return;
        }
        objects.get(name).remove(kept);
        http.sendResponseHeaders(NO_CONTENT, -1);
    }

    private void retention(HttpExchange http, Kept kept) throws IOException {
        if (http.getRequestMethod().equals("GET")) {
            if (kept.mode.isEmpty()) {
                refuse(http, 404, "NoSuchObjectLockConfiguration");
                return;
            }
            send(
                    http,
                    200,
                    "<Retention" + NS + "><Mode>" + kept.mode.get() + "</Mode><" + UNTIL + ">" + kept.until + "</"
                            + UNTIL + "></Retention>");
            return;
        }
        String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        kept.mode = Optional.of(element(body, "Mode"));
        kept.until = element(body, UNTIL);
        http.sendResponseHeaders(200, -1);
    }

    private static String element(String xml, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void defaultLock(HttpExchange http) throws IOException {
        if (defaultMode.isEmpty()) {
            refuse(http, 404, "ObjectLockConfigurationNotFoundError");
            return;
        }
        send(
                http,
                200,
                "<ObjectLockConfiguration" + NS + "><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule>"
                        + "<DefaultRetention><Mode>" + defaultMode.get()
                        + "</Mode><Days>30</Days></DefaultRetention></Rule>"
                        + "</ObjectLockConfiguration>");
    }

    private String versions(String prefix) {
        StringBuilder listed = new StringBuilder("<ListVersionsResult" + NS + "><Name>records</Name><Prefix>" + prefix
                + "</Prefix><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>");
        objects.forEach((name, all) -> {
            if (name.startsWith(prefix)) {
                for (int i = all.size() - 1; i >= 0; i--) {
                    listed.append(entry(name, all.get(i), i == all.size() - 1));
                }
            }
        });
        return listed.append("</ListVersionsResult>").toString();
    }

    private static String entry(String name, Kept kept, boolean isLatest) {
        String element = kept.isMarker ? "DeleteMarker" : "Version";
        return "<" + element + "><Key>" + name + "</Key><VersionId>" + kept.id + "</VersionId><IsLatest>" + isLatest
                + "</IsLatest><LastModified>2026-11-22T08:00:00.000Z</LastModified>"
                + (kept.isMarker ? "" : "<ETag>\"0\"</ETag><Size>7</Size><StorageClass>STANDARD</StorageClass>")
                + "</" + element + ">";
    }

    private static Map<String, String> parameters(String query) {
        return Pattern.compile("&")
                .splitAsStream(query)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void refuse(HttpExchange http, int status, String code) throws IOException {
        send(http, status, "<Error><Code>" + code + "</Code><Message>as documented</Message></Error>");
    }

    private static void send(HttpExchange http, int status, String xml) throws IOException {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/xml");
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
