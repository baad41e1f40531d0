package org.liptako.node;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** A connection over TLS on which somebody who is signed in asks for page after page, compressed, as browsers do. */
final class KeptLine implements AutoCloseable {
    private final TlsBrowser browser;
    private final SSLSocket socket;
    private final InputStream in;

    /** @param bytes of the body, as they came over the line */
    record Page(int status, List<String> headers, int bytes) {
        Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /** @param from the address of this machine that is asked from */
    KeptLine(TlsBrowser browser, String from) throws IOException {
        this.browser = browser;
        this.socket = browser.connect("TLSv1.3", from);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    Page get(String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + browser.host() + "\r\nCookie: " + browser.cookies()
                                + "\r\nAccept-Encoding: gzip\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        int status = Integer.parseInt(line().substring(9, 12));
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        Page head = new Page(status, headers, 0);
        return new Page(status, headers, body(head));
    }

    private int body(Page head) throws IOException {
        Optional<String> length = head.header("Content-Length");
        if (length.isPresent()) {
            return skip(Integer.parseInt(length.get()));
        }
        if (!head.header("Transfer-Encoding")
                .map(coding -> coding.toLowerCase(Locale.ROOT))
                .equals(Optional.of("chunked"))) {
            throw new IOException("The length of a page is not told: " + head);
        }
        int bytes = 0;
        for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
            bytes += skip(chunk);
            line();
        }
        line();
        return bytes;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private int skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("The node has hung up.");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
