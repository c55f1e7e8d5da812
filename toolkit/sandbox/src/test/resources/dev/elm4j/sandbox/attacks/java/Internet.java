// tries: to send data out, to ask for a name, to listen, to fetch a page
// honest: VALID
// never: ^sent
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

public final class Internet {
    public static String run(Map<String, Object> bait) throws Exception {
        InetAddress far = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        var ways = new LinkedHashMap<String, Callable<Object>>();
        ways.put("datagram", () -> {
            new DatagramSocket().send(new DatagramPacket(new byte[1], 1, far, 53));
            return 0;
        });
        ways.put("name", () -> InetAddress.getByName("localhost.localdomain"));
        ways.put("listen", () -> new ServerSocket(0));
        ways.put("page", () -> new URL("http://127.0.0.1:" + bait.get("port") + "/").openConnection().getContent());
        ways.put("channel", SocketChannel::open);
        ways.put("datagram channel", DatagramChannel::open);
        ways.put("multicast", () -> new MulticastSocket(0));
        var done = new ArrayList<String>();
        ways.forEach((name, way) -> {
            try {
                way.call();
                done.add(name);
            } catch (Exception | Error refused) {
                // as it should be
            }
        });
        return done.isEmpty() ? "refused" : "sent " + done;
    }
}
