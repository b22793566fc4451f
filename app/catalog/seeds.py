from typing import NamedTuple
class Good(NamedTuple):
    name: str; unit: str; decimals: int; group: str; price: int; cost: int; weekly: float; barcode: bool
def goods(): return [Good(f"Barang {i}","pcs",0,"sembako",1000*i,900*i,20,i%2==0) for i in range(1,40)]
