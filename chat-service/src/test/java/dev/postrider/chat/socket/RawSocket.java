package dev.postrider.chat.socket;

import dev.postrider.testkit.token.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A device that keeps no rule: it writes what it is told, byte by byte. */
final class RawSocket implements AutoCloseable {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int FIN = 0x80;
    /** Read at the end of the stream when no close frame came first. */
    static final int CUT = -1;

    private static final int HEARD = -2;

    private static final int MASKED = 0x80;
    private static final int ANSWER_MILLIS_MAX = 15_000;

    /** Of the server's text frames. */
    final List<String> heard = new ArrayList<>();

    private final Socket socket;
    private final DataInputStream in;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Let in as this user. */
    static RawSocket connect(int port, String user) {
        return connectWith(port, TestTokens.access(user));
    }

    /** Let in with this token. */
    static RawSocket connectWith(int port, String token) {
        try {
            RawSocket raw = new RawSocket(new Socket("127.0.0.1", port));
            raw.socket.setSoTimeout(ANSWER_MILLIS_MAX);
            raw.write(("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Protocol: postrider.v1\r\n"
                            + "Authorization: Bearer " + token + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String head = raw.head();
            if (!head.startsWith("HTTP/1.1 101")) {
                throw new IllegalStateException(head);
            }
            raw.awaitHeard("\"welcome\"");
            raw.heard.clear();
            return raw;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A whole, masked frame. */
    static byte[] frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        // A mask of zeros changes nothing and is a mask.
        frame.putInt(0).put(payload);
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    static byte[] text(String text) {
        return frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Once the server has gone, nothing is written any more. */
    RawSocket write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException gone) {
            return this;
        }
        return this;
    }

    /** Reads on to a text frame in which this stands. */
    RawSocket awaitHeard(String piece) {
        int code = read(piece);
        if (code != HEARD) {
            throw new IllegalStateException("closed with " + code);
        }
        return this;
    }

    /** Reads on to the close frame's code, or to the end of the stream. */
    int awaitClose() {
        return read("\n");
    }

    private int read(String piece) {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                byte[] payload = in.readNBytes(length());
                if (opcode == TEXT) {
                    String text = new String(payload, StandardCharsets.UTF_8);
                    heard.add(text);
                    if (text.contains(piece)) {
                        return HEARD;
                    }
                } else if (opcode == CLOSE) {
                    return payload.length < 2 ? 0 : ByteBuffer.wrap(payload).getShort() & 0xffff;
                }
            }
        } catch (SocketTimeoutException open) {
            throw new IllegalStateException("still open", open);
        } catch (IOException ended) {
            return CUT;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> (int) in.readLong();
            default -> length;
        };
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }
}
