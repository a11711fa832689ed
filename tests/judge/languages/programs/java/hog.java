import java.util.ArrayList;
import java.util.List;

public class Main {
    public static void main(String[] args) {
        List<byte[]> kept = new ArrayList<>();
        for (;;) {
            byte[] piece = new byte[1 << 20];
            java.util.Arrays.fill(piece, (byte) 1);
            kept.add(piece);
        }
    }
}
