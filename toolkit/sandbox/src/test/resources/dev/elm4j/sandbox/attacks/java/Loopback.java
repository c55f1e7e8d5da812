// tries: to talk to a server of the kernel on the loopback
// chosen: true
// honest: EXCEPTION
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;

public final class Loopback {
    public static String run(Map<String, Object> bait) throws Exception {
        try (var socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), ((Number) bait.get("port")).intValue())) {
            socket.getOutputStream().write(1);
        }
        return "connected";
    }
}
