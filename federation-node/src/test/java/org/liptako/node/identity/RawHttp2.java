package org.liptako.node.identity;

import com.google.protobuf.ByteString;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.Credential;

/** An HTTP/2 client of the JDK's TLS that keeps none of the rules that it is not told to keep (RFC 9113). */
final class RawHttp2 implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;
    static final int REFUSED_STREAM = 7;
    static final int ENHANCE_YOUR_CALM = 11;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;

    private final SSLSocket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** One frame as it came. */
    record Frame(int type, int flags, int stream, ByteString payload) {
        /** The error of a RST_STREAM (at 0) or of a GOAWAY (at 4). */
        int error() {
            int at = type == GOAWAY ? 4 : 0;
            return payload.asReadOnlyByteBuffer().getInt(at);
        }
    }

    private RawHttp2(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    static RawHttp2 connect(int port, Credential credential) throws IOException, GeneralSecurityException {
        return connect(port, context(credential));
    }

    /** A context keeps the sessions of its connections and tries to resume them. */
    static SSLContext context(Credential credential) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own", credential.key(), new char[0], credential.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext tls = SSLContext.getInstance("TLSv1.3");
        TrustManager[] trusting = InsecureTrustManagerFactory.INSTANCE.getTrustManagers();
        tls.init(keys.getKeyManagers(), trusting, null);
        return tls;
    }

    static RawHttp2 connect(int port, SSLContext tls) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        RawHttp2 client = new RawHttp2(socket);
        client.out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        client.send(SETTINGS, 0, 0, new byte[0]);
        return client;
    }

    void send(int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(frame(type, flags, stream, payload));
    }

    /** Pings that leave together, so that none is written after the server has had enough of them. */
    void ping(int times) throws IOException {
        ByteArrayOutputStream pings = new ByteArrayOutputStream();
        for (int ping = 0; ping < times; ping++) {
            pings.writeBytes(frame(PING, 0, 0, new byte[8]));
        }
        out.write(pings.toByteArray());
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream writing = new DataOutputStream(frame);
        writing.writeByte(payload.length >> 16);
        writing.writeShort(payload.length);
        writing.writeByte(type);
        writing.writeByte(flags);
        writing.writeInt(stream);
        writing.write(payload);
        return frame.toByteArray();
    }

    /** Opens a gRPC call and leaves its half open. */
    void call(int stream, String method) throws IOException {
        send(HEADERS, END_HEADERS, stream, headers(method));
    }

    /** As {@link #call}, with header blocks that never end. */
    void endlessHeaders(int stream, String method) throws IOException {
        send(HEADERS, 0, stream, headers(method));
    }

    private static byte[] headers(String method) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        literal(block, ":method", "POST");
        literal(block, ":scheme", "https");
        literal(block, ":path", "/" + method);
        literal(block, ":authority", "node");
        literal(block, "content-type", "application/grpc");
        literal(block, "te", "trailers");
        return block.toByteArray();
    }

    /** RFC 7541, section 6.2.2: a literal without indexing, its name and value shorter than 127 bytes. */
    static void literal(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        block.write(name.length());
        block.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        block.write(value.length());
        block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** The next frame that is wanted; null where the server ends the connection first. */
    @Nullable
    Frame await(Predicate<Frame> wanted, Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        try {
            while (true) {
                Frame frame = read();
                if (frame.type() == SETTINGS && (frame.flags() & ACK) == 0) {
                    send(SETTINGS, ACK, 0, new byte[0]);
                }
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (EOFException | SocketException | SSLException ended) {
            return null;
        }
    }

    private Frame read() throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt() & Integer.MAX_VALUE;
        return new Frame(type, flags, stream, ByteString.copyFrom(in.readNBytes(length)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
