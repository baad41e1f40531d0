package org.liptako.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in needs: cookies, forms, no redirect followed. Each comes from an address of its own, so that none bears another's refusals. */
final class TrialBrowser implements AutoCloseable {
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*)(.*)");

    private final HttpClient client;
    private final String root;
    private final InetAddress address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    TrialBrowser(int port, int number) throws IOException {
        this.root = "http://127.0.0.1:" + port;
        this.address = InetAddress.getByName("127.0.1." + number);
        this.client = HttpClient.newBuilder()
                .localAddress(address)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::setHeader);
        return send(request);
    }

    /** What a form of a page holds, by name. */
    static Map<String, String> form(HttpResponse<String> page) {
        Map<String, String> form = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(page.body());
        while (field.find()) {
            form.put(field.group(1), field.group(2));
        }
        return form;
    }

    /** Sends a form as a browser does from a page of the node itself. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, form, Map.of("Origin", root, "Sec-Fetch-Site", "same-origin"));
    }

    HttpResponse<String> post(String path, Map<String, String> form, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::setHeader);
        return send(request.POST(BodyPublishers.ofString(encoded(form))));
    }

    /** From the link to the page behind it. */
    HttpResponse<String> signIn(String link) {
        return post("/enter", form(get(path(link))));
    }

    /** The path and the query of a link. */
    static String path(String link) {
        URI address = URI.create(link);
        return address.getPath() + "?" + address.getQuery();
    }

    /** A cookie's value; empty if there is none of a name that begins so. */
    String cookie(String prefix) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    void plant(String name, String value) {
        cookies.put(name, value);
    }

    /** Asks for a page on a line of its own that has hardly room for it, and leaves the answer there. */
    Socket asks(String path) throws IOException {
        URI node = URI.create(root);
        Socket line = new Socket();
        line.setReceiveBufferSize(4_096);
        line.bind(new InetSocketAddress(address, 0));
        line.connect(new InetSocketAddress(node.getHost(), node.getPort()));
        line.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                        .formatted(path, node.getAuthority(), allCookies())
                        .getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        if (!cookies.isEmpty()) {
            request.header("Cookie", allCookies());
        }
        return request;
    }

    private String allCookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            setCookies(answer).forEach(this::take);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What an answer has a browser keep, as it says it. */
    static List<String> setCookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private void take(String header) {
        Matcher cookie = COOKIE.matcher(header);
        if (cookie.matches()) {
            if (cookie.group(2).isEmpty() || cookie.group(3).contains("Max-Age=0")) {
                cookies.remove(cookie.group(1));
            } else {
                cookies.put(cookie.group(1), cookie.group(2));
            }
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
