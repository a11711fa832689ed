fn main() {
    let mut x: u64 = 1;
    while x != 2 {
        x = x.wrapping_mul(3);
    }
}
