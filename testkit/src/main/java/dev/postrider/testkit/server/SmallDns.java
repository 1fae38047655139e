package dev.postrider.testkit.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A DNS server on loopback that knows the addresses of one name; over UDP it cuts answers above 512 bytes, as DNS does. */
public final class SmallDns implements AutoCloseable {
    private static final int UDP_BYTES_MAX = 512;
    private static final int TYPE_A = 1;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile List<String> addresses;

    public SmallDns(List<String> addresses) throws IOException {
        this.addresses = List.copyOf(addresses);
        InetAddress here = InetAddress.getLoopbackAddress();
        this.tcp = new ServerSocket(0, 8, here);
        this.udp = new DatagramSocket(tcp.getLocalPort(), here);
        Thread.ofVirtual().start(this::serveUdp);
        Thread.ofVirtual().start(this::serveTcp);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) udp.getLocalSocketAddress();
    }

    /** From now on; none is answered as "no such name". */
    public void say(List<String> now) {
        addresses = List.copyOf(now);
    }

    /** How many questions were answered. */
    public int asked() {
        return asked.get();
    }

    private void serveUdp() {
        byte[] buffer = new byte[UDP_BYTES_MAX];
        while (!udp.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                udp.receive(question);
                byte[] answer = answer(Arrays.copyOf(buffer, question.getLength()), UDP_BYTES_MAX);
                udp.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] question = in.readNBytes(in.readUnsignedShort());
                byte[] answer = answer(question, Integer.MAX_VALUE);
                socket.getOutputStream()
                        .write(ByteBuffer.allocate(2 + answer.length)
                                .putShort((short) answer.length)
                                .put(answer)
                                .array());
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** The question's head and name again, then an address record each. */
    private byte[] answer(byte[] question, int bytesMax) {
        asked.incrementAndGet();
        int end = endOfQuestion(question);
        int type = ByteBuffer.wrap(question).getShort(end - 4);
        List<String> said = type == TYPE_A ? addresses : List.of();
        boolean cut = end + 16 * said.size() > bytesMax;
        ByteBuffer answer = ByteBuffer.allocate(end + (cut ? 0 : 16 * said.size()));
        answer.putShort(ByteBuffer.wrap(question).getShort(0))
                .putShort((short) ((cut ? 0x8780 : 0x8580) | (addresses.isEmpty() ? 3 : 0)))
                .putShort((short) 1)
                .putShort((short) (cut ? 0 : said.size()))
                .putInt(0)
                .put(question, 12, end - 12);
        if (!cut) {
            said.forEach(address -> record(answer, address));
        }
        return answer.array();
    }

    private static void record(ByteBuffer answer, String address) {
        try {
            answer.putShort((short) 0xc00c)
                    .putShort((short) TYPE_A)
                    .putShort((short) 1)
                    .putInt(5)
                    .putShort((short) 4)
                    .put(InetAddress.getByName(address).getAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int endOfQuestion(byte[] question) {
        int at = 12;
        while (question[at] != 0) {
            at += question[at] + 1;
        }
        return at + 5;
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
